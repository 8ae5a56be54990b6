-- Loads of registers that a topic tells of, record by record, in portions: the cursor is the record after which it goes on.
create table exchange.loads (
  tenant text not null,
  topic text not null,
  load text not null,
  register text not null,
  total integer not null,
  after text,
  looked integer not null default 0,
  told integer not null default 0,
  unfit integer not null default 0,
  unfit_records text[] not null default '{}',
  at timestamptz not null,
  ended_at timestamptz,
  constraint loads_pk primary key (tenant, topic, load)
);
create index loads_open on exchange.loads (at) where ended_at is null;
create index loads_ended on exchange.loads (tenant, topic, ended_at) where ended_at is not null;
select tereze.own_by_tenant('exchange.loads');

-- Who read a topic last without a subscription, to the day: loads are told while somebody reads.
create table exchange.topic_readers (
  tenant text not null,
  topic text not null,
  consumer text not null,
  purpose text not null,
  at timestamptz not null,
  constraint topic_readers_pk primary key (tenant, topic, consumer, purpose)
);
select tereze.own_by_tenant('exchange.topic_readers');
