-- Public keys of members' systems that are run elsewhere; keys of organisations run here are in the key store.
create table exchange.member_keys (
  tenant text not null,
  kid text not null,
  system text not null,
  jwk jsonb not null,
  registered_at timestamptz not null,
  retired_at timestamptz,
  constraint member_keys_pk primary key (tenant, kid)
);
select tereze.own_by_tenant('exchange.member_keys');

-- Every message an organisation sent or received, with its reply; bodies sealed under the person's key.
create table exchange.messages (
  tenant text not null,
  direction text not null,
  id uuid not null,
  peer text not null,
  system text not null,
  contract text not null,
  purpose text not null,
  ground text,
  case_id text,
  subjects text[] not null,
  message_key text,
  hash bytea not null,
  sealed_for text not null,
  message bytea,
  reply bytea,
  at timestamptz not null,
  outcome text not null,
  constraint messages_pk primary key (tenant, direction, id),
  constraint messages_direction check (direction in ('sent', 'received'))
);
create unique index messages_by_key on exchange.messages (tenant, direction, contract, peer, message_key) where message_key is not null;
create index messages_newest on exchange.messages (tenant, at desc, id);
select tereze.own_by_tenant('exchange.messages');
