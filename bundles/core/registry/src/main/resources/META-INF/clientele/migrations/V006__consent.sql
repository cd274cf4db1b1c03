-- What customers said about being approached: each time they gave or withdrew their consent, and how that is known. Rows are added, never changed.
create table registry_consent_entry (
    id bigint not null primary key,
    customer_id bigint not null,
    channel varchar(12) not null,
    purpose varchar(30) not null,
    decision varchar(12) not null,
    decided_at timestamp(6) with time zone not null,
    source varchar(100) not null,
    evidence varchar(1000),
    recorded_by bigint not null,
    recorded_at timestamp(6) with time zone not null,
    constraint registry_consent_whose foreign key (customer_id) references registry_customer (id)
);
create index registry_consent_history on registry_consent_entry (customer_id, decided_at, id);

-- What counts of it for marketing, written with it; a customer who never said anything has no row.
create table registry_consent (
    customer_id bigint not null primary key,
    email boolean,
    phone boolean,
    sms boolean,
    post boolean,
    messenger boolean
);
