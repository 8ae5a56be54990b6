-- Consents of persons that a contract asks for, each for one message: asked of an outside service between transactions.
-- Who the person is there is sealed, and gone when the consent is over.
create table exchange.consents (
  tenant text not null,
  message uuid not null,
  contract text not null,
  consumer text not null,
  purpose text not null,
  person text not null,
  service text not null,
  question bytea,
  state text not null,
  asked_at timestamptz not null,
  term_ends timestamptz not null,
  due_at timestamptz,
  attempts integer not null default 0,
  reason text,
  detail text,
  reference text,
  valid_until timestamptz,
  ended_at timestamptz,
  constraint consents_pk primary key (tenant, message),
  constraint consents_state check (state in ('asked', 'granted', 'refused', 'timed-out')),
  constraint consents_ended check ((state = 'asked') = (ended_at is null))
);
create index consents_due on exchange.consents (tenant, due_at) where state = 'asked';
create index consents_valid on exchange.consents (tenant, person, contract, consumer, purpose) where state = 'granted';
create index consents_newest on exchange.consents (tenant, asked_at desc, message);
select tereze.own_by_tenant('exchange.consents');
