-- What customers bought, kept with every purchase, and what they scored last. A customer who bought nothing in the window has no row in either.
create table segmentation_rfm_summary (
    customer_id bigint not null primary key,
    last_purchase date not null,
    frequency integer not null,
    money double precision not null
);

create table segmentation_rfm_score (
    customer_id bigint not null primary key,
    recency_score smallint not null,
    frequency_score smallint not null,
    money_score smallint not null,
    cell smallint not null,
    composite smallint not null,
    group_key varchar(40) collate "C" not null
);

-- One row: how scores are made, and of which day the last ones are.
create table segmentation_rfm_settings (
    id integer not null primary key,
    version bigint not null,
    settings varchar(20000) not null,
    rebuilt_on date,
    scored_on date
);
