-- What instances wait for from outside by name: messages, of which one reaches one of them, and signals, which reach all.
create table cases.subscriptions (
  tenant text not null,
  id text not null,
  case_id text not null,
  instance text not null,
  kind text not null,
  name text not null,
  key text,
  since timestamptz not null,
  constraint subscriptions_pk primary key (tenant, id),
  constraint subscriptions_kind check (kind in ('message', 'signal'))
);
create index subscriptions_by_name on cases.subscriptions (kind, name, tenant, key);
select tereze.own_by_tenant('cases.subscriptions');

-- Messages and signals that cases sent or got. A message waits until something waits for it, or until it expires. `organisation` is to
-- get it; the sender keeps what goes to another organisation, which takes a copy of its own. Kept until they expire, so that the same
-- message that comes twice is one.
create table cases.messages (
  tenant text not null,
  id text not null,
  kind text not null,
  name text not null,
  key text,
  content jsonb not null,
  organisation text not null,
  instance text,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  delivered_at timestamptz,
  constraint messages_pk primary key (tenant, id),
  constraint messages_kind check (kind in ('message', 'signal'))
);
create index messages_waiting on cases.messages (tenant, name, sent_at) where delivered_at is null and kind = 'message';
create index messages_by_end on cases.messages (expires_at);
select tereze.own_by_tenant('cases.messages');

alter table cases.work drop constraint work_kind;
alter table cases.work add constraint work_kind check (kind in ('facts', 'timer', 'input', 'signal', 'message'));
