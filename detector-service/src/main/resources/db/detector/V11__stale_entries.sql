alter table detector.manifest_entry drop constraint manifest_entry_status_check;
-- stale: not listed any more, and kept because the run was not to remove anything
alter table detector.manifest_entry add constraint manifest_entry_status_check
  check (status in ('active', 'stale', 'inaccessible', 'deleted'));
