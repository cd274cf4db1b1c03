-- What was decided about a segment: chosen, left or watched, why, by whom.
create table segmentation_decision (
    id bigint not null primary key,
    segment_id bigint not null,
    verdict varchar(8) not null,
    reason varchar(2000) not null,
    decided_by bigint not null,
    decided_at timestamp(6) with time zone not null
);
create index segmentation_decision_segment on segmentation_decision (segment_id, id);

-- How a segment is treated differently, in each of nine systems, and what shows it.
create table segmentation_difference (
    segment_id bigint not null,
    aspect varchar(12) not null,
    treatment varchar(2000) not null,
    evidence varchar(2000) not null,
    primary key (segment_id, aspect)
);
