-- That a record was destroyed when its time was over: by whom, on which ground; nothing of what it held.
create table registers.destructions (
  tenant text not null,
  register text not null,
  record text not null,
  versions integer not null,
  kept_until date not null,
  ground text not null,
  reason text not null,
  destroyed_by text not null,
  destroyed_at timestamptz not null,
  constraint destructions_pk primary key (tenant, register, record)
);
select tereze.own_by_tenant('registers.destructions');
