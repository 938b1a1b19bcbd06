-- What the last listing left out because it is archived, so that its removal is not reported as a deletion.
create table planner.archived_page (
  export_id text not null references planner.export (id),
  page text not null,
  primary key (export_id, page)
);
