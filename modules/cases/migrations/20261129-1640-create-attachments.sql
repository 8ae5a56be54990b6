-- Files that people and officials bring to forms. One belongs to no case until the form is sent in; what never is, is forgotten.
create table cases.attachments (
  tenant text not null,
  id text not null,
  -- Who brought it: a person or an official.
  brought_by text not null,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  -- Where the sealed bytes are.
  blob text not null,
  checked boolean not null,
  at timestamptz not null,
  case_id text,
  -- Its bytes are being erased: no case gets it any more.
  leaving boolean not null default false,
  constraint attachments_pk primary key (tenant, id)
);
create index attachments_by_case on cases.attachments (tenant, case_id, at, id) where case_id is not null;
create index attachments_loose on cases.attachments (at) where case_id is null;
create index attachments_loose_of on cases.attachments (tenant, brought_by) where case_id is null;
select tereze.own_by_tenant('cases.attachments');
