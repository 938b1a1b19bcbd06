-- The number of the run that last exported or kept a resource: what an earlier run says of it changes nothing.
alter table detector.manifest_entry add column run_number integer not null default 0;

-- Of the file as it was exported.
alter table detector.old_path add column checksum text;
alter table detector.old_path add column run_number integer not null default 0;

-- Whose numbers are recorded, so that those of runs that never said that they are over go with the next run.
delete from detector.recorded;
alter table detector.recorded add column export_id text not null;
alter table detector.recorded add column run_number integer not null;
