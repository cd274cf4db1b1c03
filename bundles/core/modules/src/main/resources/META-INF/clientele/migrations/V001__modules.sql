-- What modules are wanted, in the version of the archive sha256; previous_sha256 is what a roll-back returns to. state is INSTALLED,
-- QUARANTINED or UNINSTALLED, the last with its tables still there.
create table modules_module (
    name varchar(40) not null primary key,
    symbolic_name varchar(200) not null,
    version varchar(100) not null,
    sha256 varchar(64) not null,
    state varchar(20) not null,
    reason varchar(1000),
    previous_version varchar(100),
    previous_sha256 varchar(64),
    changed_at timestamp(6) with time zone not null
);

-- Every change that was asked for. A step is written before it is taken; an outcome RUNNING after a start tells a change that was cut off.
create table modules_change (
    id bigint not null primary key,
    module varchar(40) not null,
    kind varchar(12) not null,
    from_version varchar(100),
    from_sha256 varchar(64),
    to_version varchar(100),
    to_sha256 varchar(64),
    step varchar(12) not null,
    outcome varchar(12) not null,
    started_by varchar(200) not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    detail varchar(4000),
    away_millis bigint not null
);
create index modules_change_outcome on modules_change (outcome);
