-- What people sign: bytes that they were shown, and their signature. Kept by the operator ('platform') under the signer's account;
-- words, signatures and certificates are sealed under the signer's key.
create table signatures.statements (
  tenant text not null,
  statement text not null,
  account text not null,
  acting_for text,
  needed text not null,
  fingerprint text not null,
  prepared bytea not null,
  prepared_at timestamptz not null,
  until timestamptz not null,
  kind text,
  way text,
  signed bytea,
  signed_at timestamptz,
  constraint statements_pk primary key (tenant, statement),
  constraint statements_signed_whole check ((kind is null) = (signed is null) and (kind is null) = (way is null)
    and (kind is null) = (signed_at is null))
);
create index statements_unsigned on signatures.statements (tenant, until) where signed is null;
create index statements_signed on signatures.statements (tenant, account, signed_at desc) where signed is not null;
select tereze.own_by_tenant('signatures.statements');

-- Certificates of the keys that the platform keeps for people, sealed under the person's key: they say who it is.
create table signatures.personal_certificates (
  tenant text not null,
  serial text not null,
  account text not null,
  kid text not null,
  certificate bytea not null,
  issued_at timestamptz not null,
  until timestamptz not null,
  revoked_at timestamptz,
  constraint personal_certificates_pk primary key (tenant, serial)
);
create index personal_certificates_by_account on signatures.personal_certificates (tenant, account, until desc);
select tereze.own_by_tenant('signatures.personal_certificates');
