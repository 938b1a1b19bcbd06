-- Who started a run, as the API knows them.
alter table planner.run add column started_by text not null default 'unknown';

-- Lists go from the newest on, or from the oldest on, a page at a time.
create index run_started on planner.run (started_at, id);
create index run_of_export on planner.run (export_id, started_at, id);
create index export_created on planner.export (created_at, id);

-- Who asked for the run's end, from that moment on; null when nobody did.
alter table planner.run add column cancelled_by text;
