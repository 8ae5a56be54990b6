-- The key under which the event that began a case knows it: messages that come with it later are for this case while it runs.
alter table cases.cases add column business_key text;
create index cases_by_business_key on cases.cases (tenant, business_key) where business_key is not null and ended_at is null;

-- Events that are to begin a case: each becomes one, in one transaction with the end of its row. What throws is tried again with
-- growing pauses, and after eight times it waits for a version of its service that can begin.
create table cases.beginnings (
  tenant text not null,
  id text not null,
  service text not null,
  service_version text not null,
  node text not null,
  event integer not null,
  kind text not null,
  business_key text,
  content jsonb not null,
  since timestamptz not null,
  due_at timestamptz not null,
  failures integer not null default 0,
  failed_at timestamptz,
  constraint beginnings_pk primary key (tenant, id),
  constraint beginnings_kind check (kind in ('message', 'signal', 'timer', 'condition'))
);
create index beginnings_due on cases.beginnings (due_at);
create index beginnings_by_business_key on cases.beginnings (tenant, business_key) where business_key is not null;
select tereze.own_by_tenant('cases.beginnings');

-- Timers that begin cases of a service, for the records of a register. `definition` is the timer as the version of the service has it;
-- one that is gone from the newest version has none and is never due. `after` is the record up to which the occurrence that is due has
-- come.
create table cases.start_timers (
  tenant text not null,
  id text not null,
  service text not null,
  service_version text not null,
  node text not null,
  event integer not null,
  register text,
  definition jsonb,
  due_at timestamptz not null,
  again jsonb,
  after text,
  constraint start_timers_pk primary key (tenant, id)
);
create index start_timers_due on cases.start_timers (due_at);
select tereze.own_by_tenant('cases.start_timers');

-- Messages by name, for those that begin cases: they have been looked at, and nobody waited for them.
create index messages_by_name on cases.messages (name, tenant) where delivered_at is null and kind = 'message' and settled;
