-- Outside systems that are told what happens. Each has a feed of its own; an event that it wants becomes a row in events_delivery.
create table events_webhook (
    id bigint not null primary key,
    version bigint not null default 1,
    url text collate "C" not null,
    types text collate "C" not null,
    secret varchar(100) collate "C" not null,
    enabled boolean not null,
    disabled_because varchar(200) collate "C",
    created_at timestamp(6) with time zone not null default clock_timestamp(),
    replay_from timestamp(6) with time zone,
    replay_position bigint not null default 0,
    replay_end bigint not null default 0
);

-- What is still to be sent; next_at is null once it has been given up. Whoever sends it owns it while the fence is the one it got it with.
create table events_delivery (
    hook bigint not null references events_webhook (id) on delete cascade,
    seq bigint not null,
    type varchar(100) collate "C" not null,
    body text collate "C" not null,
    queued_at timestamp(6) with time zone not null default clock_timestamp(),
    attempts int not null default 0,
    next_at timestamp(6) with time zone,
    node varchar(40) collate "C",
    fence bigint not null default 0,
    leased_until timestamp(6) with time zone,
    outcome varchar(200) collate "C",
    primary key (hook, seq)
);
create index events_delivery_due on events_delivery (hook, next_at);
create index events_delivery_age on events_delivery (queued_at);
