-- Open sessions. The cookie holds the id and a secret; only the secret's hash is here.
create table identity.sessions (
  tenant text not null,
  session text not null,
  secret_hash bytea not null,
  account text not null,
  assurance text not null constraint sessions_assurance check (assurance in ('low', 'substantial', 'high')),
  client text not null,
  began_at timestamptz not null,
  used_at timestamptz not null,
  constraint sessions_pk primary key (tenant, session)
);
create index sessions_by_account on identity.sessions (tenant, account);
create index sessions_by_age on identity.sessions (used_at);
select tereze.own_by_tenant('identity.sessions');

-- One-time codes, one for each step of sending; only a keyed hash of the code is here.
create table identity.codes (
  tenant text not null,
  code text not null,
  interaction text not null,
  account text not null,
  hash bytea not null,
  tries integer not null default 0,
  sent_at timestamptz not null,
  used_at timestamptz,
  constraint codes_pk primary key (tenant, code)
);
create index codes_by_interaction on identity.codes (tenant, interaction, code desc);
create index codes_by_account on identity.codes (tenant, account, sent_at desc);
create index codes_by_age on identity.codes (sent_at);
select tereze.own_by_tenant('identity.codes');
