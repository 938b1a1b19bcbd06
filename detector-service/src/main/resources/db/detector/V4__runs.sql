-- The number of the run that last exported or kept a resource: what an earlier run says of it changes nothing.
alter table detector.manifest_entry add column run_number integer not null default 0;

-- Of the file as it was exported.
alter table detector.old_path add column checksum text;
alter table detector.old_path add column run_number integer not null default 0;

-- Whose numbers are recorded, so that those of runs that never said that they are over go with the next run.
delete from detector.recorded;
alter table detector.recorded add column export_id text not null;
alter table detector.recorded add column run_number integer not null;

-- What a run found listed but could not fetch: nothing of it is to be waited for.
create table detector.refused (
  run_id text not null,
  resource text not null,
  export_id text not null,
  run_number integer not null,
  primary key (run_id, resource)
);
