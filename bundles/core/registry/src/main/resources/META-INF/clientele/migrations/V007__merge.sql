-- Customers that are part of another one by now: their ids lead to it. The three documents are what the two were before and what the survivor was
-- right after, so that it can be undone; the row goes when it is, and when the survivor is erased.
create table registry_merge (
    id bigint not null primary key,
    survivor_id bigint not null,
    other_id bigint not null,
    other_name varchar(200) not null,
    merged_by bigint not null,
    merged_at timestamp(6) with time zone not null,
    moved varchar(1000) not null,
    survivor_before varchar(100000) not null,
    survivor_after varchar(100000) not null,
    other_before varchar(100000) not null,
    constraint registry_merge_once unique (other_id)
);
create index registry_merge_survivor on registry_merge (survivor_id, id);

-- Which rows came to the survivor by a merge.
create table registry_merge_row (
    merge_id bigint not null,
    kind varchar(12) not null,
    row_id bigint not null,
    primary key (merge_id, kind, row_id)
);

-- Relations that a merge took away: those between the two, and those that the survivor had as well.
create table registry_merge_relation (
    merge_id bigint not null,
    relation_id bigint not null,
    customer_id bigint not null,
    kind varchar(50) not null,
    other_id bigint not null,
    primary key (merge_id, relation_id)
);
