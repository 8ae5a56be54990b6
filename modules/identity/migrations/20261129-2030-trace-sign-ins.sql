-- From what network somebody signed in, coarsely: a prefix, never an address, and about where that is. What the journey from the sign-in
-- before asks for is kept beside it, so that the place before may be forgotten.
create table identity.sign_in_traces (
  tenant text not null,
  trace text not null,
  account text not null,
  -- The line of the audit log that tells of the sign-in has it too.
  correlation text not null,
  network text not null,
  country text,
  region text,
  latitude double precision,
  longitude double precision,
  radius double precision,
  at timestamptz not null,
  -- Until when it is kept, by the term that the operator had set.
  until timestamptz not null,
  kilometres double precision,
  minutes double precision,
  constraint sign_in_traces_pk primary key (tenant, trace)
);
create index sign_in_traces_by_account on identity.sign_in_traces (tenant, account, at);
create index sign_in_traces_by_correlation on identity.sign_in_traces (tenant, correlation);
create index sign_in_traces_by_age on identity.sign_in_traces (until);
select tereze.own_by_tenant('identity.sign_in_traces');
