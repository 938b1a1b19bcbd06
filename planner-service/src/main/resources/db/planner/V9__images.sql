-- Manifest and catalog are compared again when follow-ups have fetched images, or may show others.
alter table planner.run add column comparisons integer not null default 0;
alter table planner.run add column compare_again boolean not null default false;
alter table planner.run add column skipped integer not null default 0;
