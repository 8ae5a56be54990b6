-- Accounts given back at a one-stop shop: one official has seen the person and a document, another confirms, a paper code opens the account once.
create table identity.recoveries (
  tenant text not null,
  recovery text not null,
  person text not null,
  document text not null,
  begun_by text not null,
  begun_at timestamptz not null,
  confirmed_by text,
  code_hash bytea,
  code_until timestamptz,
  ended_at timestamptz,
  constraint recoveries_pk primary key (tenant, recovery),
  constraint recoveries_code unique (tenant, code_hash),
  constraint recoveries_four_eyes check (confirmed_by is null or confirmed_by <> begun_by)
);
create index recoveries_waiting on identity.recoveries (tenant, begun_at) where ended_at is null;
select tereze.own_by_tenant('identity.recoveries');

create index openid_by_account on identity.openid (tenant, (payload ->> 'accountId')) where payload ? 'accountId';
