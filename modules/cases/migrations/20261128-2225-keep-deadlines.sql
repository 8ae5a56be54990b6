-- How the deadline of a case was counted: from what, by which acts, and the trace of the count. Every count replaces the one before.
create table cases.deadlines (
  tenant text not null,
  case_id text not null,
  term jsonb not null,
  counts_from timestamptz not null,
  region text,
  as_of date not null,
  suspensions jsonb not null,
  extensions jsonb not null,
  due_on date not null,
  due_at timestamptz not null,
  trace jsonb not null,
  constraint deadlines_pk primary key (tenant, case_id)
);
select tereze.own_by_tenant('cases.deadlines');

-- When a term that somebody has to hear of is near or over.
create table cases.watches (
  tenant text not null,
  id text not null,
  case_id text not null,
  kind text not null,
  subject text not null,
  escalate_to text not null,
  due_on date not null,
  over boolean not null,
  due_at timestamptz not null,
  constraint watches_pk primary key (tenant, id),
  constraint watches_kind check (kind in ('case', 'stage', 'task'))
);
create index watches_due on cases.watches (due_at);
create index watches_by_case on cases.watches (tenant, case_id);
select tereze.own_by_tenant('cases.watches');

-- A suspension is a process of its own beside the service's.
alter table cases.instances drop constraint instances_kind;
alter table cases.instances add constraint instances_kind check (kind in ('service', 'appeal', 'correction', 'suspension'));
