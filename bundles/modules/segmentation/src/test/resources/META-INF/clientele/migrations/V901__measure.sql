-- For tests: somebody who measures how customers think of a firm and what they buy of it.
create table module_measure (
    customer_id bigint not null primary key,
    attitude numeric(20, 6),
    patronage numeric(20, 6),
    answers integer,
    purchases integer,
    mood varchar(20)
);
