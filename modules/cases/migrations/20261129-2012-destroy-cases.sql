-- Acts of destruction: closed cases whose archive term is over. The second signature, of another official, destroys the cases.
create table cases.destructions (
  tenant text not null,
  id text not null,
  state text not null,
  drafted_by text not null,
  drafted_at timestamptz not null,
  first_by text,
  first_at timestamptz,
  second_by text,
  second_at timestamptz,
  dropped_by text,
  dropped_because text,
  document text,
  reference text,
  constraint destructions_pk primary key (tenant, id),
  constraint destructions_state check (state in ('draft', 'signed', 'done', 'dropped')),
  constraint destructions_first check ((first_by is null) = (first_at is null)),
  constraint destructions_two check (second_by is null or second_by <> first_by),
  constraint destructions_done check ((state = 'done') = (num_nulls(second_by, second_at, document, reference) = 0)),
  constraint destructions_dropped check ((state = 'dropped') = (num_nulls(dropped_by, dropped_because) = 0))
);
create index destructions_in_time on cases.destructions (tenant, drafted_at desc, id desc);
select tereze.own_by_tenant('cases.destructions');

-- What stays of a destroyed case: no name, no data. Whose it was is forgotten when it is destroyed.
create table cases.destruction_items (
  tenant text not null,
  destruction text not null,
  ordinal integer not null,
  destroyed_case text not null,
  number text not null,
  service text not null,
  person text,
  kind text not null,
  opened_on date not null,
  closed_on date not null,
  kept_until date not null,
  constraint destruction_items_pk primary key (tenant, destruction, ordinal),
  constraint destruction_items_act foreign key (tenant, destruction) references cases.destructions (tenant, id)
);
create index destruction_items_by_case on cases.destruction_items (tenant, destroyed_case);
select tereze.own_by_tenant('cases.destruction_items');

create index cases_archive on cases.cases (tenant, ended_at, id) where status = 'closed';
create index attachments_leaving on cases.attachments (at) where leaving;

-- That the key of a person was erased: who did it and why. The person still sees that, though no log names them any more.
create table cases.erasures (
  tenant text not null,
  person text not null,
  reason text not null,
  erased_by text not null,
  erased_at timestamptz not null,
  constraint erasures_pk primary key (tenant, person)
);
create index erasures_of_person on cases.erasures (person);
select tereze.own_by_tenant('cases.erasures');
