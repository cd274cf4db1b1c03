-- The body holds the answer with its headers, closed so that only the request it was given to can open it. What was kept open goes.
delete from rest_idempotency;
alter table rest_idempotency drop column headers;
