-- What rendering a page could not do: macros it does not know, links that lead nowhere. Of pages that are gone, the rows
-- stay until the page comes back; they are read together with the manifest's active entries only.
create table detector.page_finding (
  export_id text not null,
  page text not null,
  ordinal integer not null,
  kind text not null check (kind in ('macro', 'link')),
  what text not null,
  count integer not null,
  primary key (export_id, page, ordinal)
);
