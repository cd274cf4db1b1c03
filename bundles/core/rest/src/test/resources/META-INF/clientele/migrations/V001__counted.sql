create table counted (how varchar(10));
