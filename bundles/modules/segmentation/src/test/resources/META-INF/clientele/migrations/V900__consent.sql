-- For tests: somebody who keeps consent and preferences.
create table module_consent (
    customer_id bigint not null primary key,
    email boolean,
    phone boolean,
    channel varchar(20),
    at_hour integer
);
