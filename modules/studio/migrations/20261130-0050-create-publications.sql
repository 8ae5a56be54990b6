-- From which of its revisions on a draft differs from the published version that it grew from: who wrote later ones wrote the change.
alter table studio.drafts add column base_revision integer not null default 0;
update studio.drafts set base_revision = 1 where base_version is not null;

-- Requests to publish a draft: the files as they were asked for, with their hash; who asked, reviewed, ordered, and what came of it.
create table studio.publications (
  tenant text not null,
  id text not null,
  draft text not null,
  kind text not null,
  package text not null,
  title jsonb not null,
  base_version text,
  version text not null,
  name text not null,
  notes text not null,
  revision integer not null,
  hash text not null,
  files jsonb not null,
  writers text[] not null,
  state text not null,
  requested_by text not null,
  requested_at timestamptz not null,
  reviewed_by text,
  reviewed_at timestamptz,
  remarks text not null default '',
  ordered_by text,
  ordered_at timestamptz,
  withdrawn_by text,
  ended_at timestamptz,
  problems jsonb not null default '[]',
  constraint publications_pk primary key (tenant, id),
  constraint publications_state check (state in ('review', 'approved', 'returned', 'withdrawn', 'ordered', 'published', 'refused'))
);
create unique index publications_open on studio.publications (tenant, kind, package) where state in ('review', 'approved', 'ordered');
create index publications_by_time on studio.publications (tenant, requested_at desc, id);
select tereze.own_by_tenant('studio.publications');
