-- Who works where, in which roles. A person who works in two organisations is an official of each.
create table identity.officials (
  tenant text not null,
  official text not null,
  unit text,
  name jsonb not null,
  roles text[] not null,
  appointed_at timestamptz not null,
  constraint officials_pk primary key (tenant, official),
  constraint officials_have_roles check (cardinality(roles) > 0)
);
create index officials_by_id on identity.officials (official);
select tereze.own_by_tenant('identity.officials');
