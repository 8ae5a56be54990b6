-- Access that officials of the provider gave; what contracts declare themselves stands in their packages.
create table exchange.grants (
  tenant text not null,
  id text not null,
  contract text not null,
  consumer text not null,
  systems text[],
  purpose text not null,
  ground text not null,
  begins date,
  ends date not null,
  given_at timestamptz not null,
  given_by text not null,
  constraint grants_pk primary key (tenant, id),
  constraint grants_term check (begins is null or begins <= ends)
);
create index grants_by_consumer on exchange.grants (tenant, contract, consumer);
select tereze.own_by_tenant('exchange.grants');

-- What was taken back, of either kind. Nothing is given back: a new access is given instead.
create table exchange.revocations (
  tenant text not null,
  grant_id text not null,
  contract text not null,
  consumer text not null,
  reason text not null,
  revoked_at timestamptz not null,
  revoked_by text not null,
  constraint revocations_pk primary key (tenant, grant_id)
);
create index revocations_by_consumer on exchange.revocations (tenant, contract, consumer);
select tereze.own_by_tenant('exchange.revocations');
