-- What the detector counted when it wrote the snapshot.
alter table planner.run add column unhandled_macros integer;
alter table planner.run add column broken_links integer;
