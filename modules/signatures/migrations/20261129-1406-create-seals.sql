-- Who certifies the seals of organisations: the installation itself. Kept by the operator ('platform'); its key is in the key store.
create table signatures.authorities (
  tenant text not null,
  kid text not null,
  certificate bytea not null,
  until timestamptz not null,
  constraint authorities_pk primary key (tenant, kid)
);
select tereze.own_by_tenant('signatures.authorities');

-- Certificates of organisations' seals, one for each key and authority.
create table signatures.seals (
  tenant text not null,
  serial text not null,
  kid text not null,
  certificate bytea not null,
  issued_at timestamptz not null,
  until timestamptz not null,
  revoked_at timestamptz,
  revoked_because text,
  constraint seals_pk primary key (tenant, serial)
);
create index seals_by_key on signatures.seals (tenant, kid, until desc);
create index seals_by_serial on signatures.seals (serial);
select tereze.own_by_tenant('signatures.seals');
