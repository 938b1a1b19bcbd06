-- What the end of a run asks of the detector, until it is done: it waits for outcomes without holding up other runs.
create table detector.step (
  run_id text primary key,
  export_id text not null,
  run_number integer not null,
  event bytea not null,
  recorded integer not null,
  since timestamptz not null
);

delete from detector.closing;
alter table detector.closing add column export_id text not null;
alter table detector.closing add column run_number integer not null;
