-- Rollbacks of published packages: who let new things begin with an earlier version again and why, what came of it, and who looked at it
-- afterwards.
create table studio.rollbacks (
  tenant text not null,
  id text not null,
  kind text not null,
  package text not null,
  title jsonb not null,
  from_version text not null,
  to_version text not null,
  reason text not null,
  state text not null,
  ordered_by text not null,
  ordered_at timestamptz not null,
  ended_at timestamptz,
  problems jsonb not null default '[]',
  reviewed_by text,
  reviewed_at timestamptz,
  remarks text not null default '',
  constraint rollbacks_pk primary key (tenant, id),
  constraint rollbacks_state check (state in ('ordered', 'done', 'refused'))
);
create unique index rollbacks_open on studio.rollbacks (tenant, kind, package) where state = 'ordered';
create index rollbacks_by_time on studio.rollbacks (tenant, kind, package, ordered_at desc, id);
select tereze.own_by_tenant('studio.rollbacks');
