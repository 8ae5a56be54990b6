-- Access that officials took in an emergency, and what the review said of it.
create table access.emergencies (
  tenant text not null,
  id text not null,
  official text not null,
  roles text[] not null,
  reason text not null,
  about text,
  begun_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  reviewed_by text,
  reviewed_at timestamptz,
  justified boolean,
  remark text,
  constraint emergencies_pk primary key (tenant, id),
  constraint emergencies_term check (until > begun_at),
  constraint emergencies_review check (num_nulls(reviewed_by, reviewed_at, justified, remark) in (0, 4)),
  constraint emergencies_review_by_another check (reviewed_by <> official)
);
create index emergencies_of_official on access.emergencies (tenant, official, until);
create index emergencies_newest on access.emergencies (tenant, begun_at desc, id desc);
select tereze.own_by_tenant('access.emergencies');
