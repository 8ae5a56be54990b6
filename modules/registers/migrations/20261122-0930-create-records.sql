-- Every version of every record, never overwritten. `valid` is legal time, `recorded` is when we knew it.
create table registers.records (
  tenant text not null,
  register text not null,
  id text not null,
  version integer not null,
  schema_version text not null,
  data jsonb not null,
  valid daterange not null,
  recorded tstzrange not null,
  source_kind text not null,
  source_reference text not null,
  source_organisation text not null,
  reason text,
  constraint records_pk primary key (tenant, register, id, version)
);
create unique index records_current on registers.records (tenant, register, id) where upper_inf(recorded);
select tereze.own_by_tenant('registers.records');

-- What must be unique in a register; secret values as blind index.
create table registers.keys (
  tenant text not null,
  register text not null,
  key text not null,
  value text not null,
  record text not null,
  constraint keys_pk primary key (tenant, register, key, value)
);
create index keys_by_record on registers.keys (tenant, register, record);
select tereze.own_by_tenant('registers.keys');

-- Which typed projections exist.
create table registers.projections (
  tenant text not null,
  register text not null,
  version text not null,
  columns jsonb not null,
  constraint projections_pk primary key (tenant, register)
);
select tereze.own_by_tenant_or_platform('registers.projections');
