-- Stays that end together are kept in blocks here, too. An array is unpacked once for all its elements: an element of a long one by its number is dear.
create or replace view segmentation_blocked as
select b.id as block_id, b.segment_id, s.customer_id, s.since::timestamp(6) with time zone as since, s.cause_id, b.ended_at, b.end_cause_id, b.first_customer_id, b.last_customer_id
from segmentation_stay_block b cross join lateral unnest(b.customers, b.since, b.causes) s(customer_id, since, cause_id);
