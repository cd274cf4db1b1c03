-- The history of one thing, walked from its newest change; subjects seldom share an id, so they need no column of the index.
create index access_audit_history on access_audit (subject_id, id);
