-- Lists that people saved under a name, each with its filter, order and columns (a JSON array of facts).
create table registry_view (
    id bigint not null primary key,
    version bigint not null,
    owner_id bigint not null,
    team_id bigint,
    shared varchar(8) not null,
    name varchar(100) not null,
    filter varchar(4000) not null,
    sort varchar(500) not null,
    columns varchar(8000) not null
);
create index registry_view_owner on registry_view (owner_id, id);
create index registry_view_shared on registry_view (shared, team_id, id);
