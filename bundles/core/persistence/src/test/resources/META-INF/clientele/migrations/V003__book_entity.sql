alter table shelf_book add column version bigint default 1 not null;
alter table shelf_book add column binding varchar(10) default 'PAPER' not null;
alter table shelf_book add column added_at timestamp with time zone default current_timestamp not null;
