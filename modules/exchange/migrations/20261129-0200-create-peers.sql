-- Other installations, kept by the operator: where they are, by which key they certify, which members run there.
create table exchange.peers (
  tenant text not null,
  id text not null,
  origin text not null,
  anchor jsonb not null,
  members text[] not null,
  registered_at timestamptz not null,
  registered_by text not null,
  removed_at timestamptz,
  constraint peers_pk primary key (tenant, id)
);
select tereze.own_by_tenant('exchange.peers');

-- Keys of members that run elsewhere, as their installation certified them, until when they may be used unasked.
create table exchange.certified_keys (
  tenant text not null,
  member text not null,
  kid text not null,
  system text,
  jwk jsonb not null,
  peer text not null,
  valid_until timestamptz not null,
  constraint certified_keys_pk primary key (tenant, member, kid)
);
select tereze.own_by_tenant('exchange.certified_keys');

-- A registered key has a term; a key that was registered before terms has none.
alter table exchange.member_keys add column valid_until timestamptz;
