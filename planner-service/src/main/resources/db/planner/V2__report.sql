alter table planner.run add column pages integer not null default 0;
alter table planner.run add column requests bigint not null default 0;
alter table planner.run add column pages_asked integer not null default 0;
alter table planner.run add column files_asked integer not null default 0;

-- What the fetcher's batches have cost, so that one that is reported twice counts once.
create table planner.run_request (
  run_id text not null references planner.run (id),
  batch text not null,
  requests bigint not null,
  primary key (run_id, batch)
);

alter table planner.run_item add column stage text;
alter table planner.run_item add column category text;
