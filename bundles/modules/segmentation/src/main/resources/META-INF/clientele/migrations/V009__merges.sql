-- What came to a customer by a merge, so that it can go back: places in lists (kept), places that the survivor had as well (dropped), stays that ended.
create table segmentation_merge (
    merge_id bigint not null,
    kind varchar(8) not null,
    segment_id bigint not null,
    since timestamp(6) with time zone not null,
    cause_id bigint not null,
    ended_at timestamp(6) with time zone
);
create index segmentation_merge_id on segmentation_merge (merge_id);
