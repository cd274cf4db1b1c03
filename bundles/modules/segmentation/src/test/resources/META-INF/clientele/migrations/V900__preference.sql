-- For tests: somebody who keeps preferences.
create table module_preference (
    customer_id bigint not null primary key,
    channel varchar(20),
    at_hour integer,
    content varchar(64)
);
