-- The Merkle log of each organisation (RFC 9162). `transaction, ordinal` is the last line that was given a leaf.
create table audit.logs (
  tenant text not null,
  size bigint not null,
  frontier bytea[] not null,
  transaction xid8 not null,
  ordinal bigint not null,
  constraint logs_pk primary key (tenant)
);
create function audit.refuse_shrinking() returns trigger language plpgsql as $$
begin
  if new.size < old.size then
    raise exception 'a log only grows' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger logs_grow before update on audit.logs for each row execute function audit.refuse_shrinking();
create trigger logs_stay before delete or truncate on audit.logs for each statement execute function audit.refuse_change();
select tereze.own_by_tenant('audit.logs');

-- Which line stands at which place.
create table audit.leaves (
  tenant text not null,
  index bigint not null,
  line text not null,
  constraint leaves_pk primary key (tenant, index),
  constraint leaves_one_each unique (tenant, line)
);
create trigger leaves_append_only before update or delete or truncate on audit.leaves
  for each statement execute function audit.refuse_change();
select tereze.own_by_tenant('audit.leaves');

-- Hashes of the tree, up to 256 of 32 bytes a tile (C2SP tlog-tiles). A tile only grows.
create table audit.tiles (
  tenant text not null,
  level integer not null,
  index bigint not null,
  hashes bytea not null,
  constraint tiles_pk primary key (tenant, level, index),
  constraint tiles_width check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0)
);
create function audit.refuse_rewriting() returns trigger language plpgsql as $$
begin
  if substring(new.hashes from 1 for length(old.hashes)) <> old.hashes then
    raise exception 'a tile only grows' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger tiles_grow before update on audit.tiles for each row execute function audit.refuse_rewriting();
create trigger tiles_stay before delete or truncate on audit.tiles for each statement execute function audit.refuse_change();
select tereze.own_by_tenant('audit.tiles');

-- Signed states of the log (C2SP tlog-checkpoint).
create table audit.checkpoints (
  tenant text not null,
  size bigint not null,
  note text not null,
  time timestamptz not null,
  constraint checkpoints_pk primary key (tenant, size)
);
create trigger checkpoints_append_only before update or delete or truncate on audit.checkpoints
  for each statement execute function audit.refuse_change();
select tereze.own_by_tenant('audit.checkpoints');
