alter table shelf_book add column mark varchar(20) default 'a;b' not null;
