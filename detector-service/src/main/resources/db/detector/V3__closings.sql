-- A run may close twice: follow-ups that failed are found again by a second comparison, numbered on from another first number.
alter table detector.follow_up drop constraint follow_up_run_id_fkey;
alter table detector.closing add column first integer not null default 0;
alter table detector.closing drop constraint closing_pkey;
alter table detector.closing add primary key (run_id, first);
alter table detector.follow_up add column first integer not null default 0;
alter table detector.follow_up drop constraint follow_up_pkey;
alter table detector.follow_up add primary key (run_id, first, seq);
alter table detector.follow_up add foreign key (run_id, first) references detector.closing (run_id, first) on delete cascade;
