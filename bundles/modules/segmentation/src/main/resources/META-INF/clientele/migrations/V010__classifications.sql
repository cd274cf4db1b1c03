-- Customers divided by an ordered list of rules: each is in the class of the first that fits, and the last fits everybody.
create table segmentation_classification (
    id bigint not null primary key,
    version bigint not null,
    key_name varchar(20) not null,
    name varchar(200) not null,
    created_at timestamp(6) with time zone not null,
    constraint segmentation_classification_key unique (key_name)
);

-- Its rules in their order from 1. Each class is a segment whose filter leaves out who is in a class before; filter is what was said itself,
-- null of the last.
create table segmentation_class (
    classification_id bigint not null,
    place smallint not null,
    key_name varchar(19) not null,
    filter varchar(4000),
    segment_id bigint not null,
    primary key (classification_id, place),
    constraint segmentation_class_segment unique (segment_id)
);

-- What came to a customer by a merge, so that it can go back: cells of matrices on days that were written down, and the cluster (of which
-- matrix_id and taken_on are null). kind is kept, or dropped where the survivor had one as well.
create table segmentation_merge_place (
    merge_id bigint not null,
    kind varchar(8) not null,
    matrix_id bigint,
    taken_on date,
    cell smallint not null
);
create index segmentation_merge_place_id on segmentation_merge_place (merge_id);
create index segmentation_merge_place_day on segmentation_merge_place (matrix_id, taken_on);
