-- Long work on a register, done in portions: where it is, how far, and how it ended.
create table registers.upkeep (
  tenant text not null,
  register text not null,
  work text not null,
  key text not null,
  state text not null,
  cursor text not null default '',
  done integer not null default 0,
  found integer not null default 0,
  total integer,
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  failure text,
  constraint upkeep_pk primary key (tenant, register, work, key),
  constraint upkeep_state check (state in ('running', 'done', 'failed'))
);
create index upkeep_running on registers.upkeep (started_at) where state = 'running';
select tereze.own_by_tenant('registers.upkeep');

-- The small groups in which records are compared with each other.
create table registers.blocks (
  tenant text not null,
  register text not null,
  block text not null,
  record text not null,
  constraint blocks_pk primary key (tenant, register, block, record)
);
create index blocks_of_record on registers.blocks (tenant, register, record);
select tereze.own_by_tenant('registers.blocks');

-- Pairs of records that are likely about the same; what an official said of a pair stays.
create table registers.duplicates (
  tenant text not null,
  register text not null,
  one text not null,
  other text not null,
  score numeric not null,
  evidence jsonb not null,
  state text not null,
  found_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  constraint duplicates_pk primary key (tenant, register, one, other),
  constraint duplicates_order check (one < other),
  constraint duplicates_state check (state in ('likely', 'distinct', 'merged'))
);
create index duplicates_by_score on registers.duplicates (tenant, register, state, score desc, one, other);
select tereze.own_by_tenant('registers.duplicates');
create index duplicates_of_other on registers.duplicates (tenant, register, other);
