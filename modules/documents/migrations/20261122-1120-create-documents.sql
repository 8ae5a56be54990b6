-- Signed results. `signed` is the JWS; `blocks` is what the page shows, in all languages; `picture` the hash of its PDF.
create table documents.documents (
  tenant text not null,
  id text not null,
  key text not null,
  reference text not null,
  person text not null,
  case_id text,
  kind text not null,
  title jsonb not null,
  languages text[] not null,
  signed text not null,
  blocks jsonb not null,
  issued_at timestamptz not null,
  status text not null constraint documents_status check (status in ('valid', 'replaced', 'revoked')),
  replaced_by text,
  revoked_because text,
  picture text,
  constraint documents_pk primary key (tenant, id),
  constraint documents_one_for_key unique (tenant, key),
  constraint documents_reference unique (tenant, reference)
);
create index documents_by_reference on documents.documents (reference);
create index documents_by_person on documents.documents (person, id desc);
select tereze.own_by_tenant('documents.documents');
