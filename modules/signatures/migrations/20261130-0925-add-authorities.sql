-- Authorities that people add from a file: one proposes, another confirms, either may withdraw. Kept by the operator ('platform').
create table signatures.added_authorities (
  tenant text not null,
  authority text not null,
  fingerprint text not null,
  certificate bytea not null,
  level text not null,
  jurisdiction text not null,
  because text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_because text,
  constraint added_authorities_pk primary key (tenant, authority),
  constraint added_authorities_four_eyes check (confirmed_by <> proposed_by),
  constraint added_authorities_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null)),
  constraint added_authorities_withdrawn_whole check ((withdrawn_by is null) = (withdrawn_at is null)
    and (withdrawn_by is null) = (withdrawn_because is null))
);
-- The same certificate is added once at a time.
create unique index added_authorities_once on signatures.added_authorities (tenant, fingerprint) where withdrawn_at is null;
select tereze.own_by_tenant('signatures.added_authorities');
