-- Cases that a member's system filed for somebody who let it: by which system, so that it may follow them.
create table cases.filings (
  tenant text not null,
  case_id text not null,
  client text not null,
  filed_at timestamptz not null,
  constraint filings_pk primary key (tenant, case_id, client)
);
select tereze.own_by_tenant('cases.filings');
