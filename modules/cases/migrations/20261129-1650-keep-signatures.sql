-- What people signed in a case: which answers, by which statement. Words and signatures are with the statement, sealed under the signer's key.
create table cases.signatures (
  tenant text not null,
  case_id text not null,
  task text not null,
  statement text not null,
  kind text not null,
  signer text not null,
  signed_at timestamptz not null,
  constraint signatures_pk primary key (tenant, case_id, statement)
);
select tereze.own_by_tenant('cases.signatures');
