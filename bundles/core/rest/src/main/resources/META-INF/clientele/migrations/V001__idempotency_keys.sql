-- Answers to requests that carried an Idempotency-Key. The digest names sender, method, path and key; the row is written in the
-- transaction of the change that it answers for.
create table rest_idempotency (
    digest varchar(64) not null primary key,
    body_digest varchar(64) not null,
    created_at timestamp with time zone not null,
    status integer,
    headers varchar(4000),
    body bytea
);
create index rest_idempotency_created on rest_idempotency (created_at);
