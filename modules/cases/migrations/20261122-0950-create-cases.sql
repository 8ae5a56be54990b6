create table cases.cases (
  tenant text not null,
  id text not null,
  number text not null,
  key text not null,
  service text not null,
  service_version text not null,
  package_hash text not null,
  person text not null,
  department text,
  channel text not null,
  cause text,
  status text not null,
  stage text,
  waiting text,
  outcome text,
  appeal text not null default 'none',
  deadline date,
  data jsonb not null,
  revision integer not null default 1,
  opened_at timestamptz not null,
  submitted_at timestamptz,
  registered_at timestamptz,
  decided_at timestamptz,
  ended_at timestamptz,
  rating integer,
  rating_comment text,
  constraint cases_pk primary key (tenant, id),
  constraint cases_number unique (tenant, number),
  constraint cases_key unique (tenant, key),
  constraint cases_rating check (rating between 1 and 5)
);
create index cases_by_person on cases.cases (person, opened_at desc, id);
create index cases_by_cause on cases.cases (cause) where cause is not null;
create index cases_open on cases.cases (tenant, department, deadline) where status in ('submitted', 'in-progress');
select tereze.own_by_tenant('cases.cases');

-- A process that runs on a case: the service itself, an appeal, a correction.
create table cases.instances (
  tenant text not null,
  id text not null,
  case_id text not null,
  kind text not null,
  package_kind text not null,
  package text not null,
  package_version text not null,
  state jsonb not null,
  ended_at timestamptz,
  constraint instances_pk primary key (tenant, id),
  constraint instances_kind check (kind in ('service', 'appeal', 'correction'))
);
create index instances_by_case on cases.instances (tenant, case_id);
select tereze.own_by_tenant('cases.instances');

create table cases.tasks (
  tenant text not null,
  id text not null,
  case_id text not null,
  instance text,
  node text not null,
  role text not null,
  person text,
  department text,
  form text,
  deadline date,
  opened_at timestamptz not null,
  holder text,
  ended_at timestamptz,
  ended_by text,
  outcome text,
  constraint tasks_pk primary key (tenant, id)
);
create index tasks_inbox on cases.tasks (tenant, role, deadline nulls last, opened_at, id) where ended_at is null and person is null;
create index tasks_held on cases.tasks (tenant, holder, deadline nulls last, opened_at, id) where ended_at is null and holder is not null;
create index tasks_done on cases.tasks (tenant, ended_by, ended_at desc) where ended_at is not null;
create index tasks_of_person on cases.tasks (person) where ended_at is null and person is not null;
create index tasks_by_case on cases.tasks (tenant, case_id);
select tereze.own_by_tenant('cases.tasks');

-- What a case waits for that no person does: facts to be fetched, timers.
create table cases.work (
  tenant text not null,
  id text not null,
  case_id text not null,
  instance text,
  kind text not null,
  detail jsonb not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  since timestamptz not null,
  constraint work_pk primary key (tenant, id),
  constraint work_kind check (kind in ('facts', 'timer'))
);
create index work_due on cases.work (kind, due_at);
create index work_by_case on cases.work (tenant, case_id);
select tereze.own_by_tenant('cases.work');

create table cases.acts (
  tenant text not null,
  id text not null,
  case_id text not null,
  kind text not null,
  number text not null,
  ground text,
  signatory text not null,
  text jsonb,
  at timestamptz not null,
  constraint acts_pk primary key (tenant, id)
);
create index acts_by_case on cases.acts (tenant, case_id, at);
select tereze.own_by_tenant('cases.acts');

-- Every decision with what it was made of, so that it can be recomputed to the same bytes. Sealed under the person's key.
create table cases.decisions (
  tenant text not null,
  id text not null,
  case_id text not null,
  decision text not null,
  file text not null,
  package_kind text not null,
  package text not null,
  package_version text not null,
  model_hash text not null,
  effective_at timestamptz not null,
  automatic_clause text,
  trace bytea,
  constraint decisions_pk primary key (tenant, id)
);
create index decisions_by_case on cases.decisions (tenant, case_id, effective_at);
select tereze.own_by_tenant('cases.decisions');

create table cases.timeline (
  tenant text not null,
  id text not null,
  case_id text not null,
  at timestamptz not null,
  actor text not null,
  key text not null,
  params jsonb not null,
  constraint timeline_pk primary key (tenant, id)
);
create index timeline_by_case on cases.timeline (tenant, case_id, at, id);
select tereze.own_by_tenant('cases.timeline');

create table cases.history (
  tenant text not null,
  case_id text not null,
  ordinal integer not null,
  instance text not null,
  what text not null,
  element text not null,
  stage text,
  at timestamptz not null,
  constraint history_pk primary key (tenant, case_id, ordinal)
);
select tereze.own_by_tenant('cases.history');

create table cases.incidents (
  tenant text not null,
  id text not null,
  case_id text not null,
  instance text not null,
  node text not null,
  code text not null,
  params jsonb not null,
  at timestamptz not null,
  resolved_at timestamptz,
  constraint incidents_pk primary key (tenant, id)
);
create index incidents_open on cases.incidents (tenant, at) where resolved_at is null;
select tereze.own_by_tenant('cases.incidents');
