-- What is known of a page besides its body: another fingerprint writes the page anew. Empty for files, and for pages that were
-- exported before there were details: those are written once more. Null when it is not known, as of files that another tool
-- wrote: those are left until something else changes.
alter table detector.manifest_entry add column details text default '';
