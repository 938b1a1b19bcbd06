-- Whether nobody asked, so that it is what everybody may see.
alter table planner.run add column anonymous boolean not null default false;
