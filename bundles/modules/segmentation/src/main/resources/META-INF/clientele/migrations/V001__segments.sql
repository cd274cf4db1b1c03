-- What segments there are. facts holds the names of the facts of the filter as it was saved, between spaces; suspended says why a segment
-- rests, or is null; size is the number of its rows in segmentation_member, written with them.
create table segmentation_segment (
    id bigint not null primary key,
    version bigint not null,
    key_name varchar(40) not null,
    name varchar(200) not null,
    kind varchar(8) not null,
    filter varchar(4000),
    purpose varchar(2000) not null,
    owner_id bigint,
    valid_from date,
    valid_until date,
    facts varchar(8000) not null,
    suspended varchar(500),
    size bigint not null,
    created_at timestamp(6) with time zone not null,
    changed_at timestamp(6) with time zone not null,
    computed_at timestamp(6) with time zone not null,
    checked_at timestamp(6) with time zone,
    differences bigint not null,
    constraint segmentation_segment_key unique (key_name)
);

-- Why customers came and went: an event, a new definition, time, a hand.
create table segmentation_cause (
    id bigint not null primary key,
    kind varchar(16) not null,
    event_type varchar(100),
    event_sequence bigint,
    actor_id bigint,
    happened_at timestamp(6) with time zone not null
);

-- Who is in a segment now, since when and why.
create table segmentation_member (
    segment_id bigint not null,
    customer_id bigint not null,
    since timestamp(6) with time zone not null,
    cause_id bigint not null,
    primary key (segment_id, customer_id)
);
create index segmentation_member_customer on segmentation_member (customer_id, segment_id);

-- Who was in a segment: one row for each stay that ended.
create table segmentation_stay (
    segment_id bigint not null,
    customer_id bigint not null,
    since timestamp(6) with time zone not null,
    cause_id bigint not null,
    ended_at timestamp(6) with time zone not null,
    end_cause_id bigint not null
);
create index segmentation_stay_end on segmentation_stay (segment_id, ended_at);
create index segmentation_stay_customer on segmentation_stay (customer_id, segment_id);

-- One row that whoever moves members locks first; revision grows with every change of what segments there are, clocked_at is how far the
-- clock has moved members.
create table segmentation_gate (
    id integer not null primary key,
    revision bigint not null,
    clocked_at timestamp(6) with time zone not null
);
insert into segmentation_gate (id, revision, clocked_at) values (1, 1, current_timestamp);
