-- Orders to pay. `next_at` is when the bank is told (again): set ahead while somebody is telling it, null when it is settled.
create table payments.orders (
  tenant text not null,
  id text not null,
  key text not null,
  person text not null,
  case_id text,
  account text not null,
  masked text not null,
  amount numeric(17, 2) not null constraint orders_amount_positive check (amount > 0),
  currency text not null,
  purpose jsonb not null,
  status text not null constraint orders_status check (status in ('ordered', 'sent', 'paid', 'rejected')),
  attempts integer not null default 0,
  next_at timestamptz,
  problem text,
  bank_reference text,
  ordered_at timestamptz not null,
  settled_at timestamptz,
  constraint orders_pk primary key (tenant, id),
  constraint orders_one_for_key unique (tenant, key),
  constraint orders_settled check ((status in ('paid', 'rejected')) = (next_at is null))
);
create index orders_due on payments.orders (next_at, tenant) where next_at is not null;
create index orders_by_person on payments.orders (person, id desc);
select tereze.own_by_tenant('payments.orders');
