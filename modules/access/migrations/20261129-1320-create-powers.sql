-- Powers that a person or an organisation gave somebody to act for them. Kept where the portal's operator keeps what is of persons.
-- `codes` say what for, `services` which services only (null: all), `depth` how many times it may be given on.
create table access.powers (
  tenant text not null,
  id text not null,
  principal text not null,
  delegate text not null,
  given_by text not null,
  parent text,
  codes text[] not null,
  services text[],
  depth integer not null,
  from_day date not null,
  until_day date not null,
  state text not null,
  document text,
  offered_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  reason text,
  constraint powers_pk primary key (tenant, id),
  constraint powers_state check (state in ('offered', 'accepted', 'refused', 'ended')),
  constraint powers_something check (cardinality(codes) > 0 and cardinality(services) is distinct from 0),
  constraint powers_depth check (depth between 0 and 3),
  constraint powers_days check (from_day <= until_day),
  constraint powers_not_to_oneself check (delegate <> principal)
);
create index powers_of_delegate on access.powers (tenant, delegate, principal);
create index powers_of_principal on access.powers (tenant, principal, offered_at desc);
select tereze.own_by_tenant('access.powers');
