-- Consents of persons to what a contract of the exchange hands over: who gets what for which purpose until when, by which wording.
-- Receipts are signed and stand in the audit log by their hash; a row is never deleted, only withdrawn.
create table access.consents (
  tenant text not null,
  id text not null,
  person text not null,
  given_by text not null,
  contract text not null,
  provider text not null,
  recipient text not null,
  purpose text not null,
  agreement text not null,
  wording text not null,
  given_at timestamptz not null,
  until timestamptz not null,
  withdrawn_at timestamptz,
  receipt text not null,
  withdrawal_receipt text,
  constraint consents_pk primary key (tenant, id),
  constraint consents_withdrawn check ((withdrawn_at is null) = (withdrawal_receipt is null)),
  constraint consents_days check (given_at < until)
);
create index consents_of_person on access.consents (tenant, person, given_at desc);
create index consents_asked_for on access.consents (tenant, person, contract, recipient, purpose, given_at desc);
select tereze.own_by_tenant('access.consents');
