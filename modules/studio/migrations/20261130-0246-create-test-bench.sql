-- Stories that are to be told on the test bench: of a draft as it was saved (`stories`), or one that is being written (`trial`). A node
-- claims a run and tells it; what came of a trial is kept with it.
create table studio.bench_runs (
  tenant text not null,
  id text not null,
  draft text not null,
  revision integer not null,
  kind text not null,
  stories jsonb not null,
  state text not null,
  told integer not null default 0,
  asked_by text not null,
  asked_at timestamptz not null,
  claimed_by integer,
  ended_at timestamptz,
  problem text,
  outcome jsonb,
  constraint bench_runs_pk primary key (tenant, id),
  constraint bench_runs_kind check (kind in ('stories', 'trial')),
  constraint bench_runs_state check (state in ('waiting', 'telling', 'stopping', 'done', 'stopped', 'failed')),
  constraint bench_runs_draft_fk foreign key (tenant, draft) references studio.drafts (tenant, id) on delete cascade
);
create index bench_runs_open on studio.bench_runs (asked_at) where state in ('waiting', 'telling', 'stopping');
create index bench_runs_by_draft on studio.bench_runs (tenant, draft, asked_at desc);
select tereze.own_by_tenant('studio.bench_runs');

-- What came of each story of a draft the last time. It counts while `basis` is that of the story and of all other files that are no stories.
create table studio.story_results (
  tenant text not null,
  draft text not null,
  path text not null,
  basis text not null,
  revision integer not null,
  holds boolean not null,
  told jsonb not null,
  told_at timestamptz not null,
  constraint story_results_pk primary key (tenant, draft, path),
  constraint story_results_draft_fk foreign key (tenant, draft) references studio.drafts (tenant, id) on delete cascade
);
select tereze.own_by_tenant('studio.story_results');

-- What stories of a draft should reach, as the bench measured it last.
create table studio.story_measures (
  tenant text not null,
  draft text not null,
  items jsonb not null,
  constraint story_measures_pk primary key (tenant, draft),
  constraint story_measures_draft_fk foreign key (tenant, draft) references studio.drafts (tenant, id) on delete cascade
);
select tereze.own_by_tenant('studio.story_measures');

-- Certificates of user testing: who tried what in which state of a draft, and what came of it. `basis` is the fingerprint of all its files.
create table studio.certificates (
  tenant text not null,
  id text not null,
  draft text not null,
  revision integer not null,
  basis text not null,
  passed boolean not null,
  tried text not null,
  found text not null,
  testers integer not null,
  by text not null,
  at timestamptz not null,
  constraint certificates_pk primary key (tenant, id),
  constraint certificates_draft_fk foreign key (tenant, draft) references studio.drafts (tenant, id) on delete cascade
);
create index certificates_by_draft on studio.certificates (tenant, draft, at desc);
select tereze.own_by_tenant('studio.certificates');
