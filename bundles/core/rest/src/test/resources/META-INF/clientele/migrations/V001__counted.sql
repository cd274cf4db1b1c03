create table counted (how varchar(10));

create table counted_once (id int not null primary key);
