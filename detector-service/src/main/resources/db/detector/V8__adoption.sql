-- Exports whose manifest counts. Before its first decision on any other, the detector takes over what the snapshot in its
-- destination says.
create table detector.known_export (
  export_id text primary key,
  adopted integer not null
);
insert into detector.known_export select distinct export_id, 0 from detector.manifest_entry;

-- Taken over from a snapshot, and the file not looked at yet.
alter table detector.manifest_entry add column unverified boolean not null default false;
