-- What the certificate of a seal signed: each thing once, with how often, so that a revocation can be weighed. Nothing is said of persons.
create table signatures.seal_uses (
  tenant text not null,
  serial text not null,
  kind text not null,
  subject text not null,
  number text not null,
  title jsonb not null,
  times integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  constraint seal_uses_pk primary key (tenant, serial, kind, subject)
);
create index seal_uses_by_time on signatures.seal_uses (tenant, serial, last_at desc, kind, subject);
select tereze.own_by_tenant('signatures.seal_uses');
