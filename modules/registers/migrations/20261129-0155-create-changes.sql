-- Changes that somebody asked for and somebody else decides on; each takes effect once.
create table registers.changes (
  tenant text not null,
  id text not null,
  register text not null,
  record text,
  base_version integer,
  data jsonb not null,
  valid_from date,
  reason text not null,
  source jsonb not null,
  ground text,
  asked_by text not null,
  asked_at timestamptz not null,
  state text not null,
  decided_by text,
  decided_at timestamptz,
  decision_reason text,
  result_record text,
  result_version integer,
  constraint changes_pk primary key (tenant, id),
  constraint changes_state check (state in ('waiting', 'approved', 'refused', 'withdrawn'))
);
create index changes_waiting on registers.changes (tenant, register, id) where state = 'waiting';
create index changes_of_record on registers.changes (tenant, register, record, id);
select tereze.own_by_tenant('registers.changes');
