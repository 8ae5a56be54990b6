-- Authorities whose X.509 certificates are taken; `installation` is the own one. Serial numbers that they revoked.
create table exchange.authorities (
  tenant text not null,
  id text not null,
  subject text not null,
  certificate text not null,
  valid_until timestamptz not null,
  revoked text[] not null default '{}',
  revocations_until timestamptz,
  added_at timestamptz not null,
  added_by text not null,
  constraint authorities_pk primary key (tenant, id)
);
select tereze.own_by_tenant('exchange.authorities');

-- Certificates of the keys of a member: of its systems, and of the key that the installation keeps for it (system null).
create table exchange.certificates (
  tenant text not null,
  authority text not null,
  serial text not null,
  kid text not null,
  system text,
  jwk jsonb not null,
  certificate text not null,
  chain text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  revoked_why text,
  constraint certificates_pk primary key (tenant, authority, serial)
);
create index certificates_kid on exchange.certificates (tenant, kid);
create index certificates_revoked on exchange.certificates (authority, serial) where revoked_at is not null;
select tereze.own_by_tenant('exchange.certificates');
