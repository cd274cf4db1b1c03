-- Outside systems that are told what happens. Each has a feed of its own; an event that it wants becomes a row in events_delivery.
create table events_webhook (
    id bigint not null primary key,
    version bigint default 1 not null,
    url varchar(2000) not null,
    types varchar(6000) not null,
    secret varchar(100) not null,
    enabled boolean not null,
    disabled_because varchar(200),
    created_at timestamp(6) with time zone default current_timestamp not null,
    replay_from timestamp(6) with time zone,
    replay_position bigint default 0 not null,
    replay_end bigint default 0 not null
);

-- What is still to be sent; next_at is null once it has been given up. Whoever sends it owns it while the fence is the one it got it with.
create table events_delivery (
    hook bigint not null references events_webhook (id) on delete cascade,
    seq bigint not null,
    type varchar(100) not null,
    body varchar(9000) not null,
    queued_at timestamp(6) with time zone default current_timestamp not null,
    attempts int default 0 not null,
    next_at timestamp(6) with time zone,
    node varchar(40),
    fence bigint default 0 not null,
    leased_until timestamp(6) with time zone,
    outcome varchar(200),
    primary key (hook, seq)
);
create index events_delivery_due on events_delivery (hook, next_at);
create index events_delivery_age on events_delivery (queued_at);
