-- Links to one record, for a purpose and a time; of the secret only its hash. Each opening is kept.
create table registers.links (
  tenant text not null,
  id text not null,
  register text not null,
  record text not null,
  fields jsonb,
  purpose text not null,
  who jsonb not null,
  secret_hash bytea not null,
  until timestamptz not null,
  made_by text not null,
  made_at timestamptz not null,
  revoked_by text,
  revoked_at timestamptz,
  constraint links_pk primary key (tenant, id)
);
create index links_of_record on registers.links (tenant, register, record);
select tereze.own_by_tenant('registers.links');

create table registers.link_openings (
  tenant text not null,
  link text not null,
  id text not null,
  opened_by text not null,
  opened_at timestamptz not null,
  constraint link_openings_pk primary key (tenant, link, id)
);
select tereze.own_by_tenant('registers.link_openings');
