create table praise_entry (
    id bigint not null primary key,
    customer_id bigint not null,
    words varchar(500) not null,
    said_at timestamp(6) with time zone not null
);
create index praise_entry_customer on praise_entry (customer_id, id);

create table praise_total (
    customer_id bigint not null primary key,
    praises integer not null
);
