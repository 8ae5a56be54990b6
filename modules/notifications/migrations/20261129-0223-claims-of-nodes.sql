-- The node that has claimed a delivery; null: nobody, or it waits to be sent again.
alter table notifications.deliveries add column claimed_by integer;
create index deliveries_claimed on notifications.deliveries (tenant) where claimed_by is not null;
