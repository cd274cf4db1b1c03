create table access_team (
    id bigint not null primary key,
    version bigint not null,
    name varchar(200) not null,
    parent_id bigint references access_team (id)
);
create index access_team_parent on access_team (parent_id);

create table access_user (
    id bigint not null primary key,
    version bigint not null,
    login varchar(100) not null,
    login_key varchar(300) not null unique,
    name varchar(200) not null,
    password_hash varchar(300) not null,
    roles varchar(100) not null,
    scope varchar(10) not null,
    team_id bigint references access_team (id),
    active boolean not null
);
create index access_user_team on access_user (team_id);

create table access_token (
    id bigint not null primary key,
    version bigint not null,
    user_id bigint not null references access_user (id),
    name varchar(200) not null,
    token_hash varchar(64) not null unique,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone,
    used_at timestamp(6) with time zone
);
create index access_token_user on access_token (user_id, id);

create table access_session (
    token_hash varchar(64) not null primary key,
    user_id bigint not null references access_user (id),
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    used_at timestamp(6) with time zone not null
);
create index access_session_user on access_session (user_id);

-- What nodes must forget of what they remember about callers. Whoever changes it holds the lock on the one row of access_generation,
-- so that the numbers appear without gaps and in order.
create table access_generation (
    id integer not null primary key,
    generation bigint not null
);
insert into access_generation (id, generation) values (1, 0);

create table access_invalidation (
    generation bigint not null primary key,
    kind varchar(10) not null,
    target varchar(64) not null
);

create table access_audit_head (
    chain integer not null primary key,
    seq bigint not null,
    hash varchar(64) not null
);

-- A chain starts with a text of its own instead of a hash.
insert into access_audit_head (chain, seq, hash) values
    (0, 0, 'chain-0'),
    (1, 0, 'chain-1'),
    (2, 0, 'chain-2'),
    (3, 0, 'chain-3'),
    (4, 0, 'chain-4'),
    (5, 0, 'chain-5'),
    (6, 0, 'chain-6'),
    (7, 0, 'chain-7'),
    (8, 0, 'chain-8'),
    (9, 0, 'chain-9'),
    (10, 0, 'chain-10'),
    (11, 0, 'chain-11'),
    (12, 0, 'chain-12'),
    (13, 0, 'chain-13'),
    (14, 0, 'chain-14'),
    (15, 0, 'chain-15');

create table access_audit (
    chain integer not null,
    seq bigint not null,
    id bigint not null,
    recorded_at timestamp(6) with time zone not null,
    actor_id bigint not null,
    actor_login varchar(100) not null,
    action varchar(100) not null,
    subject varchar(100) not null,
    subject_id bigint not null,
    detail varchar(1000000) not null,
    trace_id varchar(64),
    hash varchar(64) not null,
    primary key (chain, seq)
);
create index access_audit_id on access_audit (id);
