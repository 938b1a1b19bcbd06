-- What is known of a page besides its body: another fingerprint writes the page anew. Empty for files, and for pages that were
-- exported before there were details: those are written once more.
alter table detector.manifest_entry add column details text not null default '';
