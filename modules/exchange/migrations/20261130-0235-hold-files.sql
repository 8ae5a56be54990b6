-- Who needs a file beyond the term of its contract: a case whose evidence it is. While somebody holds it, it is not erased.
create table exchange.file_holds (
  tenant text not null,
  file uuid not null,
  holder text not null,
  constraint file_holds_pk primary key (tenant, file, holder),
  constraint file_holds_file foreign key (tenant, file) references exchange.files (tenant, id)
);
select tereze.own_by_tenant('exchange.file_holds');
