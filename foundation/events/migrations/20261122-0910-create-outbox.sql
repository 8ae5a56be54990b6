-- Facts, committed with the state that they are about. `position` is given by the relay after commit, below the snapshot
-- horizon, so that a reader by position can never overtake a transaction that is still running.
create table events.outbox (
  tenant text not null,
  id uuid not null,
  ordinal bigint generated always as identity,
  transaction xid8 not null default pg_current_xact_id(),
  position bigint,
  type text not null,
  version integer not null,
  subject text not null,
  time timestamptz not null,
  actor text not null,
  on_behalf_of text,
  ground text,
  correlation text not null,
  causation text,
  data jsonb not null,
  constraint outbox_pk primary key (tenant, id)
);
create index outbox_unnumbered on events.outbox (ordinal) where position is null;
create index outbox_by_position on events.outbox (position) where position is not null;
select tereze.own_by_tenant_or_platform('events.outbox');

-- Where each subscriber stands.
create table events.cursors (
  subscriber text not null constraint cursors_pk primary key,
  position bigint not null
);

-- What each subscriber has already handled; written in the transaction of its reaction.
create table events.inbox (
  tenant text not null,
  subscriber text not null,
  event uuid not null,
  constraint inbox_pk primary key (tenant, subscriber, event)
);
select tereze.own_by_tenant_or_platform('events.inbox');

-- Reactions that failed, and later events of the same subject waiting behind them.
create table events.stuck (
  subscriber text not null,
  event uuid not null,
  subject text not null,
  position bigint not null,
  attempts integer not null default 0,
  next_at timestamptz not null,
  error text not null,
  constraint stuck_pk primary key (subscriber, event)
);
create index stuck_due on events.stuck (next_at);
create index stuck_by_subject on events.stuck (subscriber, subject, position);

-- Any store function of any module may announce by this.
create function events.emit(
  tenant text, id uuid, type text, version integer, subject text, "time" timestamptz, actor text,
  on_behalf_of text, ground text, correlation text, causation text, data jsonb
) returns void language sql as $$
  insert into events.outbox (tenant, id, type, version, subject, time, actor, on_behalf_of, ground, correlation, causation, data)
  values (tenant, id, type, version, subject, "time", actor, on_behalf_of, ground, correlation, causation, data)
$$;
