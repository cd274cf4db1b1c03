-- The last run of clustering: what was found, as JSON, and who is in which cluster.
create table segmentation_cluster_run (
    id bigint not null primary key,
    ran_at timestamp(6) with time zone not null,
    findings varchar(100000) not null
);

create table segmentation_cluster (
    customer_id bigint not null primary key,
    cluster smallint not null
);
