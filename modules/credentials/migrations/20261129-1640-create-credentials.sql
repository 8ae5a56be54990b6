-- Offers: the code of one is kept as a hash only; a person takes it with a number that was told to nobody else.
create table credentials.offers (
  tenant text not null,
  code bytea not null,
  type text not null,
  document text not null,
  person text not null,
  assurance text not null,
  number bytea not null,
  tries integer not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  taken_at timestamptz,
  constraint offers_pk primary key (tenant, code)
);
create index offers_by_code on credentials.offers (code);
create index offers_by_end on credentials.offers (expires_at);
select tereze.own_by_tenant('credentials.offers');

-- Nonces that a wallet has used; what was given out is not kept.
create table credentials.used_nonces (
  tenant text not null,
  nonce text not null,
  until timestamptz not null,
  constraint used_nonces_pk primary key (tenant, nonce)
);
create index used_nonces_by_end on credentials.used_nonces (until);
select tereze.own_by_tenant('credentials.used_nonces');

-- Status lists; the signed list is kept until something on it changes.
create table credentials.status_lists (
  tenant text not null,
  list integer not null,
  given integer not null,
  signed text,
  signed_until timestamptz,
  constraint status_lists_pk primary key (tenant, list)
);
select tereze.own_by_tenant('credentials.status_lists');

-- What is in wallets: never the credential itself, only that it was given, to which key, and whether it holds.
create table credentials.credentials (
  tenant text not null,
  id text not null,
  type text not null,
  document text not null,
  person text not null,
  client text,
  wallet_key text not null,
  list integer not null,
  place integer not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  notice text constraint credentials_notice check (notice in ('accepted', 'failed', 'deleted')),
  notification text not null,
  revoked_at timestamptz,
  revoked_because text constraint credentials_revoked_because check (revoked_because in ('person', 'wallet', 'replaced', 'revoked')),
  constraint credentials_pk primary key (tenant, id),
  constraint credentials_place unique (tenant, list, place)
);
create index credentials_by_person on credentials.credentials (person, id desc);
create index credentials_by_document on credentials.credentials (tenant, document);
create index credentials_by_notification on credentials.credentials (tenant, notification);
select tereze.own_by_tenant('credentials.credentials');

-- What organisations ask to be shown; the answer is kept for as long as the one who asked needs to read it.
create table credentials.presentations (
  tenant text not null,
  id text not null,
  kind text not null,
  asked_by text not null,
  state bytea not null,
  client_id text not null,
  nonce text not null,
  response_key bytea not null,
  request text not null,
  return_to text,
  response_code text,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  status text not null constraint presentations_status check (status in ('asked', 'shown', 'refused', 'invalid')),
  answered_at timestamptz,
  fault text,
  answer jsonb,
  constraint presentations_pk primary key (tenant, id)
);
create unique index presentations_by_state on credentials.presentations (tenant, state);
create index presentations_by_end on credentials.presentations (expires_at);
select tereze.own_by_tenant('credentials.presentations');
