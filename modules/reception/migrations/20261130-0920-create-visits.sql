-- A visit: the time in which an operator may act for a person who came in. What was confirmed, how and in which words is its evidence.
create table reception.visits (
  tenant text not null,
  id text not null,
  unit text not null,
  official text not null,
  person text not null,
  -- The language of the visitor: that of the code and of the words.
  language text not null,
  opened_at timestamptz not null,
  -- By itself it ends then.
  ends_at timestamptz not null,
  ended_at timestamptz,
  -- Of the code that was asked for last: the hash is there once it was made to be sent.
  code_state text constraint visits_code_state check (code_state in ('wanted', 'sent', 'failed')),
  code_at timestamptz,
  code_hash bytea,
  code_tries integer not null default 0,
  codes integer not null default 0,
  sendings integer not null default 0,
  confirmed_at timestamptz,
  confirmed_by text constraint visits_confirmed_by check (confirmed_by in ('code', 'signature')),
  -- What the visitor confirmed, word by word, and the picture (SVG) of what they drew.
  words text,
  signature text,
  constraint visits_pk primary key (tenant, id),
  constraint visits_confirmed check ((confirmed_at is null) = (confirmed_by is null) and (confirmed_at is null) = (words is null)),
  constraint visits_signature check ((signature is not null) = (confirmed_by is not null and confirmed_by = 'signature'))
);
create unique index visits_one_open on reception.visits (tenant, official) where ended_at is null;
create index visits_codes on reception.visits (code_at) where code_state = 'wanted';
select tereze.own_by_tenant('reception.visits');
