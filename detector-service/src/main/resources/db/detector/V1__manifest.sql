create table detector.manifest_entry (
  export_id text not null,
  resource text not null,
  status text not null check (status in ('active', 'inaccessible', 'deleted')),
  run_id text not null,
  version_number integer not null,
  version_at timestamptz not null,
  identity text not null,
  path text not null,
  checksum text not null,
  size bigint not null,
  source_key text not null,
  source_checksum text not null,
  source_size bigint not null,
  format text not null,
  exported_at timestamptz not null,
  primary key (export_id, resource)
);

-- What rendering a page asked of the catalog, and the answer; null when there was none.
create table detector.page_reference (
  export_id text not null,
  page text not null,
  token text not null,
  path text,
  primary key (export_id, page, token)
);

-- Files of resources that live on elsewhere, until they are removed.
create table detector.old_path (
  export_id text not null,
  path text not null,
  resource text not null,
  primary key (export_id, path)
);

-- Which numbers of a run are recorded above; kept until the run is over.
create table detector.recorded (
  run_id text not null,
  seq integer not null,
  primary key (run_id, seq)
);

create table detector.closing (
  run_id text primary key,
  count integer not null,
  vanished integer not null,
  withheld integer not null
);

create table detector.follow_up (
  run_id text not null references detector.closing (run_id) on delete cascade,
  seq integer not null,
  change bytea not null,
  primary key (run_id, seq)
);
