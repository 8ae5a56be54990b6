-- Messages to persons, in all languages at once: the reader's language is chosen when they are read or sent.
create table notifications.messages (
  tenant text not null,
  id text not null,
  key text not null,
  person text not null,
  case_id text,
  notice text not null,
  significant boolean not null,
  texts jsonb not null,
  actions jsonb not null,
  reply jsonb,
  sent_at timestamptz not null,
  read_at timestamptz,
  constraint messages_pk primary key (tenant, id),
  constraint messages_one_for_key unique (tenant, key)
);
create index messages_by_person on notifications.messages (person, id desc);
create index messages_asking on notifications.messages (person, id desc) where reply is not null;
select tereze.own_by_tenant('notifications.messages');

-- The way of a message through one channel. `next_at` is when it is sent (again), set ahead while somebody is sending it.
create table notifications.deliveries (
  tenant text not null,
  message text not null,
  channel text not null constraint deliveries_channel check (channel in ('cabinet', 'email', 'sms')),
  state text not null constraint deliveries_state check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz,
  problem text,
  done_at timestamptz,
  constraint deliveries_pk primary key (tenant, message, channel),
  constraint deliveries_message foreign key (tenant, message) references notifications.messages (tenant, id) on delete cascade,
  constraint deliveries_waiting check ((state = 'waiting') = (next_at is not null))
);
create index deliveries_due on notifications.deliveries (next_at, tenant) where next_at is not null;
select tereze.own_by_tenant('notifications.deliveries');

-- Answers that came by SMS. The gateway belongs to the platform; `organisation` is the one that asked.
create table notifications.answers (
  tenant text not null,
  id text not null,
  gateway_id text not null,
  organisation text not null,
  person text not null,
  message text not null,
  case_id text not null,
  task text not null,
  field text,
  text text not null,
  value text not null,
  received_at timestamptz not null,
  constraint answers_pk primary key (tenant, id),
  constraint answers_one_for_sms unique (tenant, gateway_id)
);
select tereze.own_by_tenant('notifications.answers');

-- What the demo's mail server and telephone keep readable; empty where real ones are bound.
create table notifications.demo_box (
  tenant text not null,
  id text not null,
  channel text not null constraint demo_box_channel check (channel in ('email', 'sms')),
  address text not null,
  subject text,
  text text not null,
  arrived_at timestamptz not null,
  constraint demo_box_pk primary key (tenant, id)
);
create index demo_box_by_time on notifications.demo_box (tenant, arrived_at desc, id desc);
select tereze.own_by_tenant('notifications.demo_box');
