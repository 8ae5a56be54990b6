-- Topics that an organisation publishes: the place of the last message of each.
create table exchange.topics (
  tenant text not null,
  topic text not null,
  last bigint not null,
  constraint topics_pk primary key (tenant, topic)
);
select tereze.own_by_tenant('exchange.topics');

-- What was said on a topic, in order, kept as long as its contract says. Bodies are sealed.
create table exchange.publications (
  tenant text not null,
  topic text not null,
  position bigint not null,
  event text not null,
  key text not null,
  version integer,
  subjects text[] not null,
  sealed_for text not null,
  body bytea not null,
  at timestamptz not null,
  constraint publications_pk primary key (tenant, topic, position)
);
-- One version of a record is told once; `event` tells its destruction from its merging.
create unique index publications_once on exchange.publications (tenant, topic, key, version) where version is not null;
create index publications_old on exchange.publications (tenant, topic, at);
select tereze.own_by_tenant('exchange.publications');

-- Who is told, kept by the publisher. `position` is the last message that was put in the queue.
create table exchange.subscriptions (
  tenant text not null,
  topic text not null,
  consumer text not null,
  purpose text not null,
  system text not null,
  ground text not null,
  position bigint not null,
  state text not null,
  reason text,
  since timestamptz not null,
  changed_at timestamptz not null,
  looked_at timestamptz not null,
  constraint subscriptions_pk primary key (tenant, topic, consumer, purpose),
  constraint subscriptions_state check (state in ('active', 'stopped', 'ended'))
);
create index subscriptions_active on exchange.subscriptions (looked_at) where state = 'active';
select tereze.own_by_tenant('exchange.subscriptions');

-- What an organisation follows, kept by the subscriber. `request` is the message by which it asked.
create table exchange.followed (
  tenant text not null,
  topic text not null,
  purpose text not null,
  ground text not null,
  request uuid not null,
  state text not null,
  reason text,
  since timestamptz not null,
  changed_at timestamptz not null,
  constraint followed_pk primary key (tenant, topic, purpose),
  constraint followed_state check (state in ('asked', 'active', 'refused', 'stopped', 'ended'))
);
create index followed_by_request on exchange.followed (tenant, request);
select tereze.own_by_tenant('exchange.followed');

-- What a subscriber was told, once each. Bodies are sealed.
create table exchange.received (
  tenant text not null,
  topic text not null,
  position bigint not null,
  message uuid not null,
  key text not null,
  hash bytea not null,
  subjects text[] not null,
  sealed_for text not null,
  body bytea not null,
  published_at timestamptz not null,
  at timestamptz not null,
  constraint received_pk primary key (tenant, topic, position)
);
create index received_old on exchange.received (tenant, topic, at);
select tereze.own_by_tenant('exchange.received');

-- A delivery goes to a receiver who is not the provider of the contract. What stands in one lane goes one after the other.
alter table exchange.queue add column receiver text, add column lane text, add column position bigint;
create index queue_lanes on exchange.queue (tenant, lane, position) where lane is not null and state in ('waiting', 'dead');
create index queue_deliveries on exchange.queue (tenant, contract, receiver, purpose) where receiver is not null and state in ('waiting', 'dead');
