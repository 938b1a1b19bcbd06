alter table planner.export add column min_export_at timestamptz;
alter table planner.export add column manifest text;
alter table planner.export add column runs integer not null default 0;

alter table planner.run add column number integer not null default 0;
alter table planner.run add column fetch_all boolean not null default false;
alter table planner.run add column preserve_local_edits boolean not null default false;
alter table planner.run add column kept integer not null default 0;
