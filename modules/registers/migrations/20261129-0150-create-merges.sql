-- Records that were merged into others; a merge that was undone stays as history.
create table registers.merges (
  tenant text not null,
  id text not null,
  register text not null,
  survivor text not null,
  merged text not null,
  survivor_version integer not null,
  merged_version integer not null,
  result_version integer not null,
  moved jsonb not null,
  reason text not null,
  merged_by text not null,
  merged_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  undone_reason text,
  constraint merges_pk primary key (tenant, id)
);
create unique index merges_of_record on registers.merges (tenant, register, merged) where undone_at is null;
create index merges_of_survivor on registers.merges (tenant, register, survivor);
select tereze.own_by_tenant('registers.merges');
