-- Files that were uploaded to be imported, and how far each has come: progress is written in the transaction of the rows it counts, so that
-- a run that was cut off goes on where it ended. claim names the run that may write; beat_at tells a run that works from one that died.
create table registry_import (
    id bigint not null primary key,
    kind varchar(20) not null,
    name varchar(200) not null,
    created_by bigint not null,
    created_at timestamp(6) with time zone not null,
    file_bytes bigint not null,
    file_lines bigint not null,
    settings varchar(1000000) not null,
    state varchar(12) not null,
    dry_run boolean not null,
    rows_done bigint not null,
    rows_added bigint not null,
    rows_updated bigint not null,
    rows_unchanged bigint not null,
    rows_failed bigint not null,
    customers_added bigint not null,
    read_bytes bigint not null,
    error_bytes bigint not null,
    fault varchar(1000),
    claim bigint not null,
    beat_at timestamp(6) with time zone not null
);
create index registry_import_creator on registry_import (created_by, id);
