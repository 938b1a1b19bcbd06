create table planner.export (
  id text primary key,
  site text not null,
  site_url text not null,
  destination text not null unique,
  scopes text not null,
  created_at timestamptz not null
);

create table planner.run (
  id text primary key,
  export_id text not null references planner.export (id),
  state text not null,
  prune boolean not null,
  allow_mass_delete boolean not null,
  listed integer not null,
  resources integer not null,
  settled integer not null,
  vanished integer not null,
  withheld integer not null,
  unchanged integer not null,
  stored integer not null,
  confirmed integer not null,
  moved integer not null,
  removed integer not null,
  inaccessible integer not null,
  failed integer not null,
  recorded integer not null,
  bytes bigint not null,
  started_at timestamptz not null,
  progressed_at timestamptz not null,
  ended_at timestamptz,
  failure text,
  message text
);

-- One run per export at a time.
create unique index run_unfinished on planner.run (export_id) where ended_at is null;

-- Which numbers are settled: a serialized Roaring bitmap, so that an unchanged resource costs no row.
create table planner.run_ledger (
  run_id text primary key references planner.run (id),
  settled bytea not null
);

create table planner.run_item (
  run_id text not null references planner.run (id),
  seq integer not null,
  resource text not null,
  what text not null,
  path text not null,
  detail text,
  primary key (run_id, seq)
);
