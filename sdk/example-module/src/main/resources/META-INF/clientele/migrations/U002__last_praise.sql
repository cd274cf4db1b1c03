alter table praise_total drop column if exists last_at;
