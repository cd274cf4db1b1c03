alter table praise_total add column last_at timestamp(6) with time zone;
