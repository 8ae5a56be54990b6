-- What is searched by applicant or number is found also when the work on it is done.
drop index cases.tasks_by_family;
drop index cases.tasks_by_given;
drop index cases.tasks_by_number;
drop index cases.tasks_by_identifier;
create index tasks_by_family on cases.tasks (tenant, by_family, id, role, unit, region) where person is null;
create index tasks_by_given on cases.tasks (tenant, by_given, id, role, unit, region) where person is null;
create index tasks_by_number on cases.tasks (tenant, number, id) where person is null;
create index tasks_by_identifier on cases.tasks (tenant, identifier, id) where person is null;
