-- The version before writes no blocks here, and going further back drops their table: they become rows again.
insert into segmentation_stay (segment_id, customer_id, since, cause_id, ended_at, end_cause_id)
select segment_id, customer_id, since, cause_id, ended_at, end_cause_id from segmentation_blocked;
delete from segmentation_stay_block;
create or replace view segmentation_blocked as
select b.id as block_id, b.segment_id, b.customers[i.x] as customer_id, b.since[i.x] as since, b.causes[i.x] as cause_id, b.ended_at, b.end_cause_id,
    b.first_customer_id, b.last_customer_id
from segmentation_stay_block b join generate_series(1, 1000) i(x) on i.x <= cardinality(b.customers);
