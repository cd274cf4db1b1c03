-- Whether the module of a feed is asked only once the feed has reached where events ended when the module came.
alter table events_feed add column before_requests boolean default false not null;
-- What an erased customer's events told goes with the customer.
create index events_event_customer on events_event (customer_id);
