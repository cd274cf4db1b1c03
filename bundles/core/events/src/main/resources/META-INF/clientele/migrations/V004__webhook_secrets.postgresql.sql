-- Until then, what is sent is signed with the secret before as well, so that a receiver can change it in its own time.
alter table events_webhook add column former_secret varchar(100) collate "C";
alter table events_webhook add column former_until timestamp(6) with time zone;
