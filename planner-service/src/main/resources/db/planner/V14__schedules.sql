-- When exports run by themselves. A row that is due is taken under its lock: of several planners one starts the run.
create table planner.schedule (
  export_id text not null references planner.export (id),
  kind text not null check (kind in ('full', 'quick')),
  cron text not null,
  zone text not null,
  prune boolean not null,
  enabled boolean not null,
  set_by text not null,
  -- Stays in the past while it is due and the export has a run already.
  next_at timestamptz not null,
  last_at timestamptz,
  last_run text references planner.run (id),
  primary key (export_id, kind)
);

create index schedule_due on planner.schedule (next_at) where enabled;
