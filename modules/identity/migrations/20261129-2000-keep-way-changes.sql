-- What changed of the ways to sign in to an account, told to whom it belongs, who can disown it for as long as it is kept.
create table identity.way_changes (
  tenant text not null,
  change text not null,
  account text not null,
  way text not null,
  deed text not null,
  -- Which of several: id of a passkey, of an outside provider, of a recovery.
  thing text,
  at timestamptz not null,
  disowned_at timestamptz,
  constraint way_changes_pk primary key (tenant, change)
);
create index way_changes_by_account on identity.way_changes (tenant, account, at);
create index way_changes_by_age on identity.way_changes (at);
select tereze.own_by_tenant('identity.way_changes');
