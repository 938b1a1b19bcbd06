alter table planner.run add column quick boolean not null default false;
