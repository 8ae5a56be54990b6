-- Messages of national exchanges (СМЭВ, ШЭП), sent and received, each under its id there: what became of it, and why.
-- The body is kept, sealed, only while a received request waits to be answered.
create table exchange.line_messages (
  tenant text not null,
  line text not null,
  direction text not null,
  id text not null,
  kind text not null,
  message uuid,
  organisation text,
  contract text,
  related text,
  state text not null,
  reason text,
  detail text,
  times integer not null default 1,
  body bytea,
  at timestamptz not null,
  due_at timestamptz,
  give_up_at timestamptz,
  ended_at timestamptz,
  constraint line_messages_pk primary key (tenant, line, direction, id),
  constraint line_messages_direction check (direction in ('sent', 'received')),
  constraint line_messages_kind check (kind in ('request', 'answer')),
  constraint line_messages_state check (state in ('sending', 'sent', 'waiting', 'done', 'refused', 'broken')),
  constraint line_messages_ended check ((state in ('done', 'refused', 'broken')) = (ended_at is not null))
);
create index line_messages_newest on exchange.line_messages (tenant, at desc, id);
create index line_messages_of_message on exchange.line_messages (tenant, message) where direction = 'sent' and message is not null;
create index line_messages_due on exchange.line_messages (tenant, due_at) where due_at is not null and ended_at is null;
create index line_messages_related on exchange.line_messages (tenant, line, related) where direction = 'sent' and related is not null;
select tereze.own_by_tenant('exchange.line_messages');
