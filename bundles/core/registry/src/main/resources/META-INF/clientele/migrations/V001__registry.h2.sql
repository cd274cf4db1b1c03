-- One row per customer. document is the customer as it is answered, so that reading one is reading one column; name_key is the name in
-- folded Latin letters, for sorting and for prefixes; the address is that of the first postal contact point.
create table registry_customer (
    id bigint not null primary key,
    version bigint not null,
    kind varchar(12) not null,
    name varchar(200) not null,
    name_key varchar(400) not null,
    search_words varchar(2000) not null,
    language varchar(35),
    time_zone varchar(50),
    status varchar(12) not null,
    owner_id bigint,
    team_id bigint,
    city varchar(100),
    region varchar(100),
    postal_code varchar(20),
    country varchar(2),
    document varchar(100000) not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null
);
create index registry_customer_name on registry_customer (name_key, id);
create index registry_customer_city on registry_customer (city, id);
create index registry_customer_owner on registry_customer (owner_id, id);
create index registry_customer_team on registry_customer (team_id, id);

-- What customers are found by besides their columns: email, phone, web and tag, in folded form.
create table registry_key (
    kind varchar(8) not null,
    term varchar(500) not null,
    customer_id bigint not null,
    primary key (kind, term, customer_id)
);
create index registry_key_customer on registry_key (customer_id, kind);

-- The names other systems have for customers, as source:id.
create table registry_identifier (
    reference varchar(200) not null primary key,
    customer_id bigint not null
);
create index registry_identifier_customer on registry_identifier (customer_id);

create table registry_interaction (
    id bigint not null primary key,
    customer_id bigint not null,
    kind varchar(12) not null,
    direction varchar(4) not null,
    channel varchar(50),
    occurred_at timestamp(6) with time zone not null,
    people varchar(8000) not null,
    outcome varchar(500),
    content varchar(40000),
    recorded_by bigint not null,
    recorded_at timestamp(6) with time zone not null
);
create index registry_interaction_timeline on registry_interaction (customer_id, occurred_at, id);

create table registry_purchase (
    id bigint not null primary key,
    customer_id bigint not null,
    reference varchar(200),
    purchased_on date not null,
    currency varchar(3) not null,
    amount numeric(24, 6) not null,
    return_of bigint,
    recorded_at timestamp(6) with time zone not null,
    constraint registry_purchase_reference unique (reference)
);
create index registry_purchase_history on registry_purchase (customer_id, purchased_on, id);
create index registry_purchase_return on registry_purchase (return_of);

create table registry_purchase_line (
    purchase_id bigint not null,
    line smallint not null,
    product varchar(200) not null,
    quantity numeric(24, 6) not null,
    amount numeric(24, 6) not null,
    cost numeric(24, 6),
    primary key (purchase_id, line)
);

create table registry_relation (
    id bigint not null primary key,
    customer_id bigint not null,
    kind varchar(50) not null,
    other_id bigint not null,
    constraint registry_relation_once unique (customer_id, kind, other_id)
);
create index registry_relation_other on registry_relation (other_id, id);
create index registry_relation_customer on registry_relation (customer_id, id);

-- The sum of a customer's timeline and purchases, written with them; a customer without either has no row.
create table registry_activity (
    customer_id bigint not null primary key,
    last_contact timestamp(6) with time zone,
    interactions integer not null,
    purchases integer not null,
    first_purchase date,
    last_purchase date
);
