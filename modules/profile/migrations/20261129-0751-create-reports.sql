-- Errors that persons reported in what registers say of them, each with the case that it became; owned by the keeper of the register.
create table profile.reports (
  tenant text not null,
  "case" text not null,
  number text not null,
  person text not null,
  register text not null,
  record text not null,
  pointer text not null,
  state text not null,
  at timestamptz not null,
  ended_at timestamptz,
  constraint reports_pk primary key (tenant, "case"),
  constraint reports_state check (state in ('open', 'corrected', 'stays', 'withdrawn'))
);
create unique index reports_open on profile.reports (tenant, person, register, record, pointer) where state = 'open';
create index reports_by_person on profile.reports (person);
select tereze.own_by_tenant('profile.reports');
