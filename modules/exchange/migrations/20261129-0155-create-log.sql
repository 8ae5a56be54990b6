create function exchange.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'exchange.% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- What became of a message, and when: what the leaves of the log are computed from. The bodies are not in it, only their hashes.
create table exchange.entries (
  tenant text not null,
  transaction xid8 not null default pg_current_xact_id(),
  ordinal bigint generated always as identity,
  direction text not null,
  message uuid not null,
  message_hash bytea not null,
  reply_hash bytea,
  outcome text not null,
  at timestamptz not null,
  constraint entries_pk primary key (tenant, transaction, ordinal)
);
create trigger entries_append_only before update or delete or truncate on exchange.entries
  for each statement execute function exchange.refuse_change();
select tereze.own_by_tenant('exchange.entries');

-- The Merkle log of each organisation (RFC 9162). `transaction, ordinal` is the last entry that was given a leaf.
create table exchange.logs (
  tenant text not null,
  size bigint not null,
  frontier bytea[] not null,
  transaction xid8 not null,
  ordinal bigint not null,
  constraint logs_pk primary key (tenant)
);
create function exchange.refuse_shrinking() returns trigger language plpgsql as $$
begin
  if new.size < old.size then
    raise exception 'a log only grows' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger logs_grow before update on exchange.logs for each row execute function exchange.refuse_shrinking();
create trigger logs_stay before delete or truncate on exchange.logs for each statement execute function exchange.refuse_change();
select tereze.own_by_tenant('exchange.logs');

-- Which entry stands at which place.
create table exchange.leaves (
  tenant text not null,
  index bigint not null,
  ordinal bigint not null,
  transaction xid8 not null,
  message uuid not null,
  constraint leaves_pk primary key (tenant, index),
  constraint leaves_one_each unique (tenant, ordinal)
);
create index leaves_by_message on exchange.leaves (tenant, message);
create trigger leaves_append_only before update or delete or truncate on exchange.leaves
  for each statement execute function exchange.refuse_change();
select tereze.own_by_tenant('exchange.leaves');

-- Hashes of the tree, up to 256 of 32 bytes a tile (C2SP tlog-tiles). A tile only grows.
create table exchange.tiles (
  tenant text not null,
  level integer not null,
  index bigint not null,
  hashes bytea not null,
  constraint tiles_pk primary key (tenant, level, index),
  constraint tiles_width check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0)
);
create function exchange.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if substring(new.hashes from 1 for length(old.hashes)) <> old.hashes then
    raise exception 'a tile only grows' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger tiles_grow before update on exchange.tiles for each row execute function exchange.refuse_rewriting();
create trigger tiles_stay before delete or truncate on exchange.tiles for each statement execute function exchange.refuse_change();
select tereze.own_by_tenant('exchange.tiles');

-- Signed states of the log with their time (C2SP tlog-checkpoint): the time-stamp of every message up to that size.
create table exchange.checkpoints (
  tenant text not null,
  size bigint not null,
  note text not null,
  time timestamptz not null,
  constraint checkpoints_pk primary key (tenant, size)
);
create trigger checkpoints_append_only before update or delete or truncate on exchange.checkpoints
  for each statement execute function exchange.refuse_change();
select tereze.own_by_tenant('exchange.checkpoints');

create index messages_of_case on exchange.messages (tenant, case_id, at desc) where case_id is not null;
-- The transaction of the newest entry of the message.
alter table exchange.messages add column transaction xid8 not null default pg_current_xact_id();
