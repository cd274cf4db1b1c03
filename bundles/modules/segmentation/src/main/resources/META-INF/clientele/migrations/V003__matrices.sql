-- Two facts against each other. definition is JSON: the axes with their cut points, and names and play-book of the cells.
create table segmentation_matrix (
    id bigint not null primary key,
    version bigint not null,
    definition varchar(100000) not null,
    created_at timestamp(6) with time zone not null
);

-- In which cell of a matrix customers were on a day on which that was written down; a customer in none has no row.
create table segmentation_place (
    matrix_id bigint not null,
    taken_on date not null,
    customer_id bigint not null,
    cell smallint not null,
    primary key (matrix_id, taken_on, customer_id)
);
