-- Lives of regulations: one row a version of a regulation. `life` is what libraries/regulation keeps; the columns beside it are what lists and
-- days ask for. `bodies` are all that have or had a turn; `next_at` is when a day or a term passes next.
create table regulations.regulations (
  tenant text not null,
  id text not null,
  draft text not null,
  code text not null,
  version text not null,
  kind text not null,
  jurisdiction text not null,
  title jsonb not null,
  life jsonb not null,
  stage text not null,
  turns jsonb not null,
  bodies text[] not null,
  in_force date,
  ends_on date,
  next_at timestamptz,
  steps integer not null,
  texts integer not null,
  begun_by text not null,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  constraint regulations_pk primary key (tenant, id),
  constraint regulations_version unique (tenant, code, version)
);
create index regulations_by_body on regulations.regulations using gin (bodies);
create index regulations_by_change on regulations.regulations (tenant, changed_at desc);
create index regulations_next on regulations.regulations (next_at) where next_at is not null;
create index regulations_in_force on regulations.regulations (in_force) where in_force is not null;
select tereze.own_by_tenant('regulations.regulations');

-- Every text that a regulation had, in the form of RFC 8785, with its SHA-256.
create table regulations.texts (
  tenant text not null,
  regulation text not null,
  number integer not null,
  content text not null,
  text text not null,
  at timestamptz not null,
  constraint texts_pk primary key (tenant, regulation, number),
  constraint texts_regulation_fk foreign key (tenant, regulation) references regulations.regulations (tenant, id)
);
select tereze.own_by_tenant('regulations.texts');

-- Every step as it was taken; no body: the calendar.
create table regulations.steps (
  tenant text not null,
  regulation text not null,
  number integer not null,
  step jsonb not null,
  body text,
  official text,
  at timestamptz not null,
  constraint steps_pk primary key (tenant, regulation, number),
  constraint steps_regulation_fk foreign key (tenant, regulation) references regulations.regulations (tenant, id),
  constraint steps_taker check ((body is null) = (official is null))
);
select tereze.own_by_tenant('regulations.steps');

-- What a body said of a regulation of another organisation: kept by the body that said it.
create table regulations.voices (
  tenant text not null,
  id text not null,
  owner text not null,
  regulation text not null,
  step jsonb not null,
  official text not null,
  at timestamptz not null,
  state text not null,
  refusal jsonb,
  constraint voices_pk primary key (tenant, id),
  constraint voices_state check (state in ('given', 'taken', 'refused')),
  constraint voices_refusal check ((state = 'refused') = (refusal is not null))
);
create index voices_by_regulation on regulations.voices (tenant, owner, regulation, at desc);
select tereze.own_by_tenant('regulations.voices');
