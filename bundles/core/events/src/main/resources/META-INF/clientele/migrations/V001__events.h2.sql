-- What happened. seq is taken from events_head while its row is locked until the commit, so that events become visible in its order.
create table events_head (seq bigint not null);
insert into events_head (seq) values (0);
create table events_event (
    seq bigint not null primary key,
    type varchar(100) not null,
    customer_id bigint,
    recorded_at timestamp(6) with time zone default current_timestamp not null,
    detail varchar(8000) not null
);

-- Where each feed stands: it has handled all up to position. A worker owns its feed for as long as the fence is the one it got it with.
create table events_feed (
    feed varchar(200) not null primary key,
    module varchar(200) not null,
    base varchar(100),
    target varchar(100),
    position bigint not null,
    round_end bigint not null,
    handled bigint default 0 not null,
    node varchar(40),
    fence bigint default 0 not null,
    leased_until timestamp(6) with time zone,
    hung boolean default false not null
);

create table events_parked (
    feed varchar(200) not null references events_feed (feed) on delete cascade,
    seq bigint not null,
    type varchar(100) not null,
    customer_id bigint,
    recorded_at timestamp(6) with time zone not null,
    detail varchar(8000) not null,
    attempts int not null,
    error varchar(1000) not null,
    parked_at timestamp(6) with time zone not null,
    retry boolean default false not null,
    primary key (feed, seq)
);
