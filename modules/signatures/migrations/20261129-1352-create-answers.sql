-- What authorities answered about certificates. An answer is evidence of a moment: it is added, and never changed.
create table signatures.answers (
  tenant text not null,
  id text not null,
  question text not null,
  address text not null,
  answer bytea not null,
  until timestamptz,
  fetched_at timestamptz not null,
  constraint answers_pk primary key (tenant, id)
);
create index answers_by_question on signatures.answers (tenant, question, fetched_at desc);
select tereze.own_by_tenant('signatures.answers');
