-- Persons whom the applicant asked to sign the application. What they signed is a statement of theirs, beside the others of the case.
create table cases.signatories (
  tenant text not null,
  id text not null,
  case_id text not null,
  person text not null,
  state text not null,
  asked_at timestamptz not null,
  asked_by text not null,
  until_day date not null,
  until_at timestamptz not null,
  settled_at timestamptz,
  reason text,
  constraint signatories_pk primary key (tenant, id),
  constraint signatories_state check (state in ('asked', 'signed', 'declined', 'lapsed', 'withdrawn'))
);
select tereze.own_by_tenant('cases.signatories');
create index signatories_of_case on cases.signatories (tenant, case_id);
create index signatories_due on cases.signatories (until_at) where state = 'asked';
