-- How often what is published has changed: what nodes that run look at to learn that there is something to take up. Each publication raises
-- it in its own transaction, one after the other.
create table catalogue.changes (
  tenant text not null,
  number bigint not null,
  constraint changes_pk primary key (tenant)
);
select tereze.own_by_tenant('catalogue.changes');
