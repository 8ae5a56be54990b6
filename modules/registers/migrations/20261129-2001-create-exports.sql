-- Files that are being taken out now: what was asked for, and how far it is told. A row lives no longer than its file.
create table registers.exports (
  tenant text not null,
  id text not null,
  register text not null,
  format text not null,
  criteria jsonb not null,
  as_of date,
  known_at timestamptz,
  asked_by text not null,
  asked_at timestamptz not null,
  portions integer not null default 0,
  told_until text,
  count bigint not null default 0,
  constraint exports_pk primary key (tenant, id)
);
create index exports_by_age on registers.exports (asked_at);
select tereze.own_by_tenant('registers.exports');
