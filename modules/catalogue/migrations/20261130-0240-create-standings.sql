-- Published versions with which nothing new begins: those that were withdrawn. All others are in force, the newest of them is in use.
create table catalogue.standings (
  tenant text not null,
  kind text not null,
  id text not null,
  version text not null,
  standing text not null,
  since timestamptz not null,
  constraint standings_pk primary key (tenant, kind, id, version),
  constraint standings_of_package foreign key (tenant, kind, id, version) references catalogue.packages,
  constraint standings_standing check (standing in ('withdrawn'))
);
select tereze.own_by_tenant('catalogue.standings');
