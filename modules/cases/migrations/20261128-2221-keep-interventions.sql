-- What people who operate processes did to a case, and why. What values were before and after is sealed under the applicant's key.
create table cases.interventions (
  tenant text not null,
  id text not null,
  case_id text not null,
  ordinal integer not null,
  instance text,
  kind text not null,
  element text,
  official text not null,
  batch text,
  reason text not null,
  sealed bytea,
  at timestamptz not null,
  constraint interventions_pk primary key (tenant, id),
  constraint interventions_kind check (kind in
    ('retry', 'change-data', 'move', 'add', 'cancel-token', 'suspend', 'resume', 'cancel', 'migrate'))
);
create unique index interventions_in_order on cases.interventions (tenant, case_id, ordinal);
select tereze.own_by_tenant('cases.interventions');

create index incidents_by_case on cases.incidents (tenant, case_id);
