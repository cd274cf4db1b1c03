-- What happened. seq grows in the order in which one customer's events happened, as it is taken while the customer's row is locked; txid
-- tells which snapshots see the event, and so which cursors have passed it.
create sequence events_seq;
create table events_event (
    seq bigint not null default nextval('events_seq') primary key,
    txid xid8 not null default pg_current_xact_id(),
    type varchar(100) collate "C" not null,
    customer_id bigint,
    recorded_at timestamp(6) with time zone not null default clock_timestamp(),
    detail text collate "C" not null
);
create index events_event_order on events_event (txid, seq);

-- Where each feed stands: it has handled all that base sees, and of what target sees besides all up to position. A worker owns its feed
-- for as long as the fence is the one it got it with.
create table events_feed (
    feed varchar(200) collate "C" not null primary key,
    module varchar(200) collate "C" not null,
    base text collate "C",
    target text collate "C",
    position bigint not null,
    round_end bigint not null,
    handled bigint not null default 0,
    node varchar(40) collate "C",
    fence bigint not null default 0,
    leased_until timestamp(6) with time zone,
    hung boolean not null default false
);

create table events_parked (
    feed varchar(200) collate "C" not null references events_feed (feed) on delete cascade,
    seq bigint not null,
    type varchar(100) collate "C" not null,
    customer_id bigint,
    recorded_at timestamp(6) with time zone not null,
    detail text collate "C" not null,
    attempts int not null,
    error varchar(1000) collate "C" not null,
    parked_at timestamp(6) with time zone not null,
    retry boolean not null default false,
    primary key (feed, seq)
);
