-- Whether the run looks at the files of what is unchanged, too.
alter table planner.run add column verify boolean not null default false;
