-- Records that break a rule of quality; of a record and a rule at most one is not mended.
create table registers.violations (
  tenant text not null,
  id text not null,
  register text not null,
  record text not null,
  version integer not null,
  rule text not null,
  severity text not null,
  state text not null,
  found_at timestamptz not null,
  ended_at timestamptz,
  case_id text,
  case_number text,
  accepted_by text,
  accepted_at timestamptz,
  accepted_reason text,
  constraint violations_pk primary key (tenant, id),
  constraint violations_state check (state in ('open', 'accepted', 'mended'))
);
create unique index violations_once on registers.violations (tenant, register, record, rule) where state <> 'mended';
create index violations_by_rule on registers.violations (tenant, register, state, rule, id);
create index violations_of_record on registers.violations (tenant, record, id);
select tereze.own_by_tenant('registers.violations');

-- To how many records each rule applies, as the last complete check counted, and what a running one has counted so far.
create table registers.quality_counts (
  tenant text not null,
  register text not null,
  rule text not null,
  applies integer,
  run text,
  run_applies integer not null default 0,
  constraint quality_counts_pk primary key (tenant, register, rule)
);
select tereze.own_by_tenant('registers.quality_counts');

-- The index of a register on a day: what all checks weigh and what the broken ones weigh.
create table registers.quality_points (
  tenant text not null,
  register text not null,
  day date not null,
  records integer not null,
  weighed bigint not null,
  broken bigint not null,
  constraint quality_points_pk primary key (tenant, register, day)
);
select tereze.own_by_tenant('registers.quality_points');
