-- Complete checks of registers against their rules of quality that failed or were not through in time, until one is through.
create table registers.missed_checks (
  tenant text not null,
  id text not null,
  register text not null,
  why text not null,
  since timestamptz not null,
  ended_at timestamptz,
  constraint missed_checks_pk primary key (tenant, id),
  constraint missed_checks_why check (why in ('failed', 'late'))
);
create unique index missed_checks_once on registers.missed_checks (tenant, register) where ended_at is null;
select tereze.own_by_tenant('registers.missed_checks');
