-- Which praise came to a customer by a merge, so that it can go back.
create table praise_moved (
    merge_id bigint not null,
    entry_id bigint not null,
    primary key (merge_id, entry_id)
);
