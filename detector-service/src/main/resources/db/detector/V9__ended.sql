-- Up to which number the runs of an export are over: what is delivered of them late leaves no rows that nobody removes.
create table detector.ended (
  export_id text primary key,
  run_number integer not null
);
