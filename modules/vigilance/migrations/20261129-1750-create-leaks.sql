-- A leak of personal data as the security officer recorded it.
create table vigilance.leaks (
  tenant text not null,
  id text not null,
  what text not null,
  persons integer not null,
  known_at timestamptz not null,
  recorded_by text not null,
  recorded_at timestamptz not null,
  constraint leaks_pk primary key (tenant, id),
  constraint leaks_persons check (persons >= 0),
  constraint leaks_known check (known_at <= recorded_at)
);
create index leaks_newest on vigilance.leaks (tenant, known_at desc, id desc);
select tereze.own_by_tenant('vigilance.leaks');

-- What the law asks for after a leak, until when, and what was done.
create table vigilance.leak_duties (
  tenant text not null,
  leak text not null,
  duty text not null,
  addressee text not null,
  source text not null,
  due_at timestamptz not null,
  done_at timestamptz,
  done_by text,
  reference text,
  constraint leak_duties_pk primary key (tenant, leak, duty),
  constraint leak_duties_leak foreign key (tenant, leak) references vigilance.leaks (tenant, id),
  constraint leak_duties_done check (num_nulls(done_at, done_by, reference) in (0, 3))
);
select tereze.own_by_tenant('vigilance.leak_duties');
