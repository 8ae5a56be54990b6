-- What is done to many cases at once: chosen when it begins, then worked off one case after the other.
create table cases.batches (
  tenant text not null,
  id text not null,
  work jsonb not null,
  reason text not null,
  official text not null,
  status text not null default 'running',
  started_at timestamptz not null,
  ended_at timestamptz,
  stopped_by text,
  constraint batches_pk primary key (tenant, id),
  constraint batches_status check (status in ('running', 'stopped', 'ended'))
);
create index batches_running on cases.batches (started_at) where status = 'running';
create index batches_in_time on cases.batches (tenant, started_at desc, id desc);
select tereze.own_by_tenant('cases.batches');

create table cases.batch_items (
  tenant text not null,
  batch text not null,
  ordinal integer not null,
  case_id text not null,
  target text not null,
  state text not null default 'waiting',
  code text,
  at timestamptz,
  constraint batch_items_pk primary key (tenant, batch, ordinal),
  constraint batch_items_state check (state in ('waiting', 'done', 'refused', 'failed'))
);
create index batch_items_waiting on cases.batch_items (tenant, batch, ordinal) where state = 'waiting';
select tereze.own_by_tenant('cases.batch_items');

create index cases_by_version on cases.cases (tenant, service, service_version, id);
create index instances_running on cases.instances (tenant, case_id) where ended_at is null;
