-- Roles that are given to officials besides those of their appointment, for a term or until they are taken away.
create table identity.role_grants (
  tenant text not null,
  id text not null,
  official text not null,
  role text not null,
  until timestamptz,
  given_by text not null,
  given_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  constraint role_grants_pk primary key (tenant, id),
  constraint role_grants_official_fk foreign key (tenant, official) references identity.officials (tenant, official) on delete cascade
);
create unique index role_grants_open on identity.role_grants (tenant, official, role) where ended_at is null;
select tereze.own_by_tenant('identity.role_grants');
