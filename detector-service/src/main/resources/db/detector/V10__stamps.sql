-- What a site said of the file of an attachment when it gave it; null when it said nothing.
alter table detector.manifest_entry add column etag text;
alter table detector.manifest_entry add column last_modified text;
