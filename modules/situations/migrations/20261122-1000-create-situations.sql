-- A life situation of people: what the platform may show them together. Keyed by person, owned by the portal's operator.
create table situations.situations (
  tenant text not null,
  id text not null,
  kind text not null,
  version text not null,
  key text not null,
  register text not null,
  record text not null,
  record_version integer not null,
  data jsonb not null,
  moments text[] not null,
  opened_at timestamptz not null,
  looked_at timestamptz not null,
  closed_at timestamptz,
  constraint situations_pk primary key (tenant, id),
  constraint situations_key unique (tenant, kind, key)
);
select tereze.own_by_tenant('situations.situations');

create table situations.people (
  tenant text not null,
  situation text not null,
  role text not null,
  person text not null,
  is_primary boolean not null,
  constraint people_pk primary key (tenant, situation, role)
);
create index people_by_person on situations.people (tenant, person);
select tereze.own_by_tenant('situations.people');

-- What a situation offers or starts, once.
create table situations.offers (
  tenant text not null,
  situation text not null,
  service text not null,
  organisation text not null,
  person text not null,
  state text not null,
  data jsonb not null,
  offered_at timestamptz not null,
  settled_at timestamptz,
  constraint offers_pk primary key (tenant, situation, service),
  constraint offers_state check (state in ('offered', 'confirmed', 'declined', 'automatic', 'lapsed'))
);
select tereze.own_by_tenant('situations.offers');

-- Records that something happened to and that are still to be looked at.
create table situations.looks (
  tenant text not null,
  id text not null,
  kind text not null,
  register text not null,
  record text not null,
  record_version integer not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  since timestamptz not null,
  constraint looks_pk primary key (tenant, id)
);
create index looks_due on situations.looks (due_at);
select tereze.own_by_tenant('situations.looks');
