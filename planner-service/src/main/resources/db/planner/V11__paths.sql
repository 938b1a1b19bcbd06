-- Where files lie: names and templates as JSON.
alter table planner.export add column paths text not null default '{}';
