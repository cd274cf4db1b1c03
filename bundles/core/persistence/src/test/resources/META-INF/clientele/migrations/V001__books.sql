-- A shelf; with a semicolon in this comment.
create table shelf_book (id bigint primary key, title varchar(200) not null);
create index shelf_book_title on shelf_book (title);
