-- The digest of a detail that was taken away; the chain is made of digests of details, so that it holds without them.
alter table access_audit add column detail_digest varchar(64);
