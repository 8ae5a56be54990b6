-- Passwords: argon2id of each, with its own salt and cost. The name under which somebody signs in is theirs to choose.
create table identity.passwords (
  tenant text not null,
  account text not null,
  login text not null,
  salt bytea not null,
  hash bytea not null,
  cost jsonb not null,
  set_at timestamptz not null,
  constraint passwords_pk primary key (tenant, account),
  constraint passwords_login unique (tenant, login)
);
select tereze.own_by_tenant('identity.passwords');

-- Programs that show codes (TOTP, RFC 6238). The secret is encrypted; the last step that was used is used up.
create table identity.code_programs (
  tenant text not null,
  account text not null,
  secret bytea not null,
  last_step bigint not null,
  added_at timestamptz not null,
  constraint code_programs_pk primary key (tenant, account)
);
select tereze.own_by_tenant('identity.code_programs');

-- Sign-ins by password that failed, by what they are counted under: keyed hashes, neither names nor addresses.
create table identity.failures (
  tenant text not null,
  failure text not null,
  subject bytea not null,
  at timestamptz not null,
  constraint failures_pk primary key (tenant, failure)
);
create index failures_by_subject on identity.failures (tenant, subject, at);
create index failures_by_age on identity.failures (at);
select tereze.own_by_tenant('identity.failures');
