-- How far each organisation's audit log has been looked at: the place of the next sealed line.
create table vigilance.cursors (
  tenant text not null,
  next bigint not null,
  looked_at timestamptz not null,
  constraint cursors_pk primary key (tenant)
);
select tereze.own_by_tenant('vigilance.cursors');

-- What a rule remembers of one actor: the marks of its sliding window, never more than its threshold, and the incident in force.
create table vigilance.windows (
  tenant text not null,
  rule text not null,
  actor text not null,
  state jsonb not null,
  incident text,
  at timestamptz not null,
  constraint windows_pk primary key (tenant, rule, actor)
);
create index windows_oldest on vigilance.windows (tenant, at);
select tereze.own_by_tenant('vigilance.windows');

-- With whom an organisation has work, by the names of its audit log, and when a line said so last.
create table vigilance.known_subjects (
  tenant text not null,
  subject text not null,
  at timestamptz not null,
  constraint known_subjects_pk primary key (tenant, subject)
);
create index known_subjects_oldest on vigilance.known_subjects (tenant, at);
select tereze.own_by_tenant('vigilance.known_subjects');

-- Who stands under special watch: `protected` from everybody (official is '*'), the official's `self`, or a `relative` of one.
-- `subject` is the name of the person in the organisation's audit log.
create table vigilance.watched_persons (
  tenant text not null,
  person text not null,
  kind text not null,
  official text not null,
  subject text not null,
  reason text not null,
  since timestamptz not null,
  by text not null,
  constraint watched_persons_pk primary key (tenant, person, kind, official),
  constraint watched_persons_kind check (kind in ('protected', 'self', 'relative')),
  constraint watched_persons_official check ((kind = 'protected') = (official = '*'))
);
create index watched_persons_by_subject on vigilance.watched_persons (tenant, subject);
create index watched_persons_by_official on vigilance.watched_persons (tenant, official);
select tereze.own_by_tenant('vigilance.watched_persons');

-- Something unusual that was found: who, by which rule, which lines of the audit log; no person but under a name of the log.
create table vigilance.incidents (
  tenant text not null,
  id text not null,
  rule text not null,
  severity text not null,
  actor text not null,
  actor_kind text not null,
  count integer not null,
  since timestamptz not null,
  until timestamptz not null,
  raised_at timestamptz not null,
  lines text[] not null,
  case_id text,
  case_number text,
  outcome text,
  reason text,
  judged_by text,
  judged_at timestamptz,
  constraint incidents_pk primary key (tenant, id),
  constraint incidents_severity check (severity in ('low', 'medium', 'high')),
  constraint incidents_outcome check (outcome in ('real', 'false-alarm')),
  constraint incidents_judged check (num_nulls(outcome, reason, judged_by, judged_at) in (0, 4)),
  constraint incidents_judged_by_another check (judged_by <> actor)
);
create index incidents_newest on vigilance.incidents (tenant, raised_at desc, id desc);
select tereze.own_by_tenant('vigilance.incidents');

-- What was learned from a false alarm: of whom a rule is not asked, or with which threshold, until when, by whom and why.
create table vigilance.exemptions (
  tenant text not null,
  id text not null,
  rule text not null,
  actor text not null,
  until timestamptz not null,
  reaches integer,
  reason text not null,
  incident text,
  given_by text not null,
  given_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  constraint exemptions_pk primary key (tenant, id),
  constraint exemptions_term check (until > given_at),
  constraint exemptions_for_another check (given_by <> actor),
  constraint exemptions_ended check (num_nulls(ended_by, ended_at) in (0, 2))
);
create index exemptions_of_actor on vigilance.exemptions (tenant, actor, rule, until);
create index exemptions_newest on vigilance.exemptions (tenant, given_at desc, id desc);
select tereze.own_by_tenant('vigilance.exemptions');
