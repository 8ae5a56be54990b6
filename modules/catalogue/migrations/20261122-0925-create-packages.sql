-- Published packages, whole, by kind, id and version; a published version never changes.
create table catalogue.packages (
  tenant text not null,
  kind text not null,
  id text not null,
  version text not null,
  hash text not null,
  files jsonb not null,
  published_at timestamptz not null,
  constraint packages_pk primary key (tenant, kind, id, version)
);
select tereze.own_by_tenant('catalogue.packages');
