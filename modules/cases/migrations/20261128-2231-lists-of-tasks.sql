-- What lists of tasks sort, narrow and search by stands in the task itself, so that each list is a range of one index, read in order.
alter table cases.tasks
  add column service text,
  add column territory text constraint tasks_territory check (territory ~ '^[0-9]{2,9}$'),
  -- The applicant's name both ways round, the case's number, the applicant's identifier: in small letters, compared byte by byte.
  add column by_family text collate "C",
  add column by_given text collate "C",
  add column number text collate "C",
  add column identifier text collate "C",
  -- Who gave the task to its holder for a time, and the last day of that.
  add column answerable text,
  add column delegated_until date,
  add constraint tasks_delegated check ((answerable is null) = (delegated_until is null));

update cases.tasks t set
    service = c.service,
    territory = case t.department when 'north' then '10' when 'south' then '20' end,
    by_family = nullif(translate(lower(concat_ws(' ', c.data #>> '{applicant,name,family}', c.data #>> '{applicant,name,given}',
      c.data #>> '{applicant,name,patronymic}') collate "und-x-icu"), 'ё', 'е'), ''),
    by_given = nullif(translate(lower(concat_ws(' ', c.data #>> '{applicant,name,given}', c.data #>> '{applicant,name,family}')
      collate "und-x-icu"), 'ё', 'е'), ''),
    number = lower(c.number),
    identifier = lower(c.data #>> '{applicant,identifier}')
  from cases.cases c where (c.tenant, c.id) = (t.tenant, t.case_id) and t.person is null;

alter table cases.tasks
  add column due date generated always as (coalesce(deadline, date '9999-12-31')) stored,
  add column unit text generated always as (coalesce(department, '')) stored,
  add column region text generated always as (coalesce(left(territory, 2), '')) stored,
  add column district text generated always as (coalesce(left(territory, 4), '')) stored;

drop index cases.tasks_inbox;
drop index cases.tasks_held;
drop index cases.tasks_done;
create index tasks_of_role on cases.tasks (tenant, role, due, opened_at, id, service)
  where ended_at is null and person is null;
create index tasks_of_unit on cases.tasks (tenant, role, unit, due, opened_at, id, service)
  where ended_at is null and person is null;
create index tasks_of_region on cases.tasks (tenant, role, region, due, opened_at, id, service, unit)
  where ended_at is null and person is null;
create index tasks_of_district on cases.tasks (tenant, role, district, due, opened_at, id, service, unit, territory)
  where ended_at is null and person is null;
create index tasks_held on cases.tasks (tenant, holder, due, opened_at, id) where ended_at is null and holder is not null;
create index tasks_delegated on cases.tasks (tenant, answerable, due, opened_at, id)
  where ended_at is null and answerable is not null;
create index tasks_delegation_ends on cases.tasks (delegated_until) where ended_at is null and delegated_until is not null;
create index tasks_done on cases.tasks (tenant, ended_by, ended_at desc, id desc) where ended_at is not null;
create index tasks_by_family on cases.tasks (tenant, by_family, id, role, unit, region)
  where ended_at is null and person is null;
create index tasks_by_given on cases.tasks (tenant, by_given, id, role, unit, region)
  where ended_at is null and person is null;
create index tasks_by_number on cases.tasks (tenant, number, id) where ended_at is null and person is null;
create index tasks_by_identifier on cases.tasks (tenant, identifier, id) where ended_at is null and person is null;
