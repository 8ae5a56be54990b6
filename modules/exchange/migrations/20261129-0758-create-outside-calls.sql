-- Questions to the own systems of members: asked outside of any transaction, the answer kept until the message is served.
-- What was asked and answered is sealed, and gone when the message is served; the row stays and tells how long it took.
create table exchange.outside_calls (
  tenant text not null,
  message uuid not null,
  contract text not null,
  consumer text not null,
  hash bytea not null,
  sealed_for text not null,
  question bytea,
  answer bytea,
  state text not null,
  asked_at timestamptz not null,
  term_ends timestamptz not null,
  claimed_until timestamptz,
  attempts integer not null default 0,
  reason text,
  detail text,
  ended_at timestamptz,
  constraint outside_calls_pk primary key (tenant, message),
  constraint outside_calls_state check (state in ('asked', 'answered', 'refused', 'served')),
  constraint outside_calls_ended check ((state = 'asked') = (ended_at is null))
);
create index outside_calls_newest on exchange.outside_calls (tenant, asked_at desc, message);
create index outside_calls_open on exchange.outside_calls (tenant, contract) where state = 'asked';
select tereze.own_by_tenant('exchange.outside_calls');
