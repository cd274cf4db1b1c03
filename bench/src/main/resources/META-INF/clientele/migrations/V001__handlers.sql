create table bench_handled (seq bigint not null primary key);
create table bench_disputed (id int not null primary key, n int not null);
insert into bench_disputed values (1, 0), (2, 0);
