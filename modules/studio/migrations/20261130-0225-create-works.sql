-- A work: one service or other package on its way through the stages of a pipeline, whose version it keeps.
-- `base_version` is what was published of the package when it began.
create table studio.works (
  tenant text not null,
  id text not null,
  kind text not null,
  package text not null,
  title jsonb not null,
  aim text not null,
  base_version text,
  pipeline text not null,
  pipeline_version text not null,
  stage text not null,
  state text not null,
  begun_by text not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  constraint works_pk primary key (tenant, id),
  constraint works_state check (state in ('open', 'finished', 'stopped')),
  constraint works_ended check ((state = 'open') = (ended_at is null))
);
create unique index works_open on studio.works (tenant, kind, package) where state = 'open';
create index works_by_time on studio.works (tenant, begun_at desc);
select tereze.own_by_tenant('studio.works');

-- Each time somebody had a task in hand. Without an end: now. `again`: it was done, and is to be done once more.
create table studio.work_spells (
  tenant text not null,
  work text not null,
  stage text not null,
  task text not null,
  number integer not null,
  by text not null,
  taken_at timestamptz not null,
  ended_at timestamptz,
  outcome text,
  result text not null default '',
  constraint work_spells_pk primary key (tenant, work, task, number),
  constraint work_spells_outcome check (outcome in ('done', 'let-go', 'again')),
  constraint work_spells_ended check ((outcome is null) = (ended_at is null)),
  constraint work_spells_work_fk foreign key (tenant, work) references studio.works (tenant, id) on delete cascade
);
select tereze.own_by_tenant('studio.work_spells');

-- Where what a stage has to leave behind lies.
create table studio.work_artefacts (
  tenant text not null,
  work text not null,
  stage text not null,
  artefact text not null,
  link text not null,
  note text not null,
  given_by text not null,
  given_at timestamptz not null,
  constraint work_artefacts_pk primary key (tenant, work, artefact),
  constraint work_artefacts_work_fk foreign key (tenant, work) references studio.works (tenant, id) on delete cascade
);
select tereze.own_by_tenant('studio.work_artefacts');

-- The history of a work: through gates, back, to its end.
create table studio.work_passages (
  tenant text not null,
  work text not null,
  number integer not null,
  what text not null,
  from_stage text,
  to_stage text,
  by text not null,
  at timestamptz not null,
  reason text not null,
  constraint work_passages_pk primary key (tenant, work, number),
  constraint work_passages_what check (what in ('begun', 'passed', 'returned', 'finished', 'stopped')),
  constraint work_passages_work_fk foreign key (tenant, work) references studio.works (tenant, id) on delete cascade
);
select tereze.own_by_tenant('studio.work_passages');

-- What a work is expected to change: a metric, its value before, a target, and what was measured.
create table studio.hypotheses (
  tenant text not null,
  id text not null,
  work text not null,
  metric text not null,
  statement text not null,
  before double precision not null,
  target double precision not null,
  set_by text not null,
  set_at timestamptz not null,
  measured double precision,
  by_platform boolean,
  measured_by text,
  measured_at timestamptz,
  constraint hypotheses_pk primary key (tenant, id),
  constraint hypotheses_measured check ((measured is null) = (measured_at is null) and (measured is null) = (measured_by is null)),
  constraint hypotheses_work_fk foreign key (tenant, work) references studio.works (tenant, id) on delete cascade
);
create index hypotheses_by_work on studio.hypotheses (tenant, work, set_at);
select tereze.own_by_tenant('studio.hypotheses');
