-- An application may be returned for correction by a process beside the service's.
alter table cases.instances drop constraint instances_kind;
alter table cases.instances add constraint instances_kind
  check (kind in ('service', 'appeal', 'correction', 'suspension', 'information', 'return'));
