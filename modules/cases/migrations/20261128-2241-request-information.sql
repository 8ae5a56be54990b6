-- A request for information is a process of its own beside the service's.
alter table cases.instances drop constraint instances_kind;
alter table cases.instances add constraint instances_kind
  check (kind in ('service', 'appeal', 'correction', 'suspension', 'information'));
