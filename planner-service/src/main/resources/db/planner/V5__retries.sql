-- Descriptors that failed and were tried again under another number; of the failures so far, those worth another try.
alter table planner.run add column retried integer not null default 0;
alter table planner.run add column retryable integer not null default 0;

-- First number of the present phase: 0, then that of the second tries, then that of the follow-ups.
alter table planner.run add column phase_start integer not null default 0;
alter table planner.run add column retries_published boolean not null default false;
alter table planner.run add column follow_ups_retried boolean not null default false;
