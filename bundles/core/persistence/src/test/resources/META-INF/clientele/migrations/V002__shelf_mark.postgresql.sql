do $$ begin execute 'alter table shelf_book add column mark text default ''a;b'' not null'; end $$;
