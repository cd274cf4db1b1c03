-- Scales of grades. definition is JSON; cuts are the least values of all bands but the last, best first, as they were cut last; slot says in which column
-- of segmentation_grade the bands of this scale stand.
create table segmentation_scale (
    id bigint not null primary key,
    version bigint not null,
    key_name varchar(40) not null,
    slot integer not null,
    definition varchar(20000) not null,
    cuts varchar(1000) not null,
    cut_on date,
    graded_at timestamp(6) with time zone,
    status varchar(16) not null,
    constraint segmentation_scale_key unique (key_name),
    constraint segmentation_scale_slot unique (slot)
);

-- The bands that a customer is in now, one column for each scale.
create table segmentation_grade (
    customer_id bigint not null primary key,
    band_1 varchar(20),
    band_2 varchar(20),
    band_3 varchar(20),
    band_4 varchar(20),
    band_5 varchar(20),
    band_6 varchar(20),
    band_7 varchar(20),
    band_8 varchar(20),
    band_9 varchar(20),
    band_10 varchar(20),
    band_11 varchar(20),
    band_12 varchar(20)
);

-- Since when a customer has been in a band, and until when; ended_at is null while it is.
create table segmentation_grade_stay (
    scale_id bigint not null,
    customer_id bigint not null,
    band varchar(20) not null,
    since timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone
);
create index segmentation_grade_stay_customer on segmentation_grade_stay (scale_id, customer_id);
