-- What is left of a customer that was erased.
create table registry_erasure (
    customer_id bigint not null primary key,
    erased_at timestamp(6) with time zone not null
);

-- Whoever adds to a customer while it is erased waits, and fails then: nothing of it can be left behind.
alter table registry_interaction add constraint registry_interaction_whose
    foreign key (customer_id) references registry_customer (id);
alter table registry_purchase add constraint registry_purchase_whose
    foreign key (customer_id) references registry_customer (id);
alter table registry_relation add constraint registry_relation_from
    foreign key (customer_id) references registry_customer (id);
alter table registry_relation add constraint registry_relation_to
    foreign key (other_id) references registry_customer (id);

-- Customers that go from one owner to another, batch by batch: place is where the list of them goes on, so that one that was cut off goes
-- on where it ended.
create table registry_handover (
    id bigint not null primary key,
    from_user bigint not null,
    to_user bigint,
    to_team bigint,
    filter varchar(2000),
    begun_by bigint not null,
    begun_at timestamp(6) with time zone not null,
    moved bigint not null,
    refused bigint not null,
    place varchar(1000),
    done boolean not null
);
