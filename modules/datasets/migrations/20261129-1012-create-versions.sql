-- Published versions of datasets. A version never changes, but may be taken back.
create table datasets.versions (
  tenant text not null,
  dataset text not null,
  version integer not null,
  package_version text not null,
  published_at timestamptz not null,
  -- schedule, or the publication that was asked for
  cause text not null,
  columns jsonb not null,
  row_count integer not null,
  hidden integer not null,
  changes jsonb,
  files jsonb not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  constraint versions_pk primary key (tenant, dataset, version)
);
create index versions_of_dataset on datasets.versions (dataset, version desc);
select tereze.own_by_tenant('datasets.versions');

-- Rows of the versions, as they were published.
create table datasets.rows (
  tenant text not null,
  dataset text not null,
  version integer not null,
  place integer not null,
  data jsonb not null,
  constraint rows_pk primary key (tenant, dataset, version, place)
);
select tereze.own_by_tenant('datasets.rows');

-- When each dataset is looked at next, and what came of the last look.
create table datasets.schedules (
  tenant text not null,
  dataset text not null,
  due_on date not null,
  looked_at timestamptz not null,
  package_version text not null,
  failure text,
  constraint schedules_pk primary key (tenant, dataset)
);
select tereze.own_by_tenant('datasets.schedules');

-- Publications out of turn: one official asks, another one decides.
create table datasets.publications (
  tenant text not null,
  id text not null,
  dataset text not null,
  reason text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  state text not null,
  decided_by text,
  decided_at timestamptz,
  version integer,
  constraint publications_pk primary key (tenant, id),
  constraint publications_state check (state in ('waiting', 'approved', 'refused', 'published', 'unchanged', 'failed'))
);
create unique index publications_waiting on datasets.publications (tenant, dataset) where state in ('waiting', 'approved');
select tereze.own_by_tenant('datasets.publications');
