-- Messages that are sent without anybody waiting: tried until they are answered, or until their term is over. Bodies are sealed.
create table exchange.queue (
  tenant text not null,
  id uuid not null,
  contract text not null,
  purpose text not null,
  ground text not null,
  subjects text[] not null,
  case_id text,
  sealed_for text not null,
  body bytea not null,
  state text not null,
  since timestamptz not null,
  due_at timestamptz not null,
  give_up_at timestamptz not null,
  attempts integer not null default 0,
  code text,
  ended_at timestamptz,
  constraint queue_pk primary key (tenant, id),
  constraint queue_state check (state in ('waiting', 'answered', 'dead', 'discarded'))
);
create index queue_due on exchange.queue (due_at) where state = 'waiting';
create index queue_dead on exchange.queue (tenant, ended_at desc) where state = 'dead';
select tereze.own_by_tenant('exchange.queue');

-- Services that their provider has closed for a while; contract '*' closes all of them.
create table exchange.pauses (
  tenant text not null,
  contract text not null,
  begins timestamptz not null,
  ends timestamptz not null,
  paused_by text not null,
  constraint pauses_pk primary key (tenant, contract),
  constraint pauses_term check (begins < ends)
);
select tereze.own_by_tenant('exchange.pauses');
