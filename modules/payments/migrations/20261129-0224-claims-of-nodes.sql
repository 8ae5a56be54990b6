-- The node that has claimed an order; null: nobody, or it waits to be told again.
alter table payments.orders add column claimed_by integer;
create index orders_claimed on payments.orders (tenant) where claimed_by is not null;
