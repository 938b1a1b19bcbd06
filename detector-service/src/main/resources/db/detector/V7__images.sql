-- Images that pages show and that are no attachments. Their files are entries of the manifest like all others; which pages
-- show them is in page_reference, under the image's own key.
create table detector.image (
  export_id text not null,
  image text not null,
  -- null for a picture that a page holds itself
  url text,
  -- the run that last downloaded a page that shows it: it looks at the image again
  asked_run text,
  -- why it could not be had, and the last run that found so; null when it was had
  refused text,
  refused_run text,
  primary key (export_id, image)
);

create index page_reference_image on detector.page_reference (export_id, token) where token like 'image:%';
create index manifest_entry_image on detector.manifest_entry (export_id, resource) where resource like 'image:%';
