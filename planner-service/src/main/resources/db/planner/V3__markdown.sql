-- How Markdown is written: names and values as JSON. A run keeps what it began with.
alter table planner.export add column markdown text not null default '{}';
alter table planner.run add column markdown text not null default '{}';
