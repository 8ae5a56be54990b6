-- Whom a leak concerns, how many of them the platform has told.
alter table vigilance.leaks add column named integer not null default 0;
alter table vigilance.leaks add column told integer not null default 0;
alter table vigilance.leaks add constraint leaks_told check (told >= 0 and told <= named);

-- How many persons the platform told, where that was what the law asked for; null where somebody noted the duty by hand.
alter table vigilance.leak_duties add column told integer;

-- What the persons whom a leak concerns are told, since when, by whom.
create table vigilance.leak_tellings (
  tenant text not null,
  leak text not null,
  words jsonb not null,
  begun_at timestamptz not null,
  begun_by text not null,
  constraint leak_tellings_pk primary key (tenant, leak),
  constraint leak_tellings_leak foreign key (tenant, leak) references vigilance.leaks (tenant, id)
);
select tereze.own_by_tenant('vigilance.leak_tellings');

-- A person whom a leak concerns: how they were found, and the message that told them. `queued_at` is when the telling was handed on.
create table vigilance.leak_persons (
  tenant text not null,
  leak text not null,
  person text not null,
  found_by text not null constraint leak_persons_found_by check (found_by in ('records', 'search', 'log')),
  named_at timestamptz not null,
  named_by text not null,
  queued_at timestamptz,
  told_at timestamptz,
  message text,
  constraint leak_persons_pk primary key (tenant, leak, person),
  constraint leak_persons_leak foreign key (tenant, leak) references vigilance.leaks (tenant, id),
  constraint leak_persons_told check ((told_at is null) = (message is null))
);
create index leak_persons_waiting on vigilance.leak_persons (tenant, leak, person) where queued_at is null;
select tereze.own_by_tenant('vigilance.leak_persons');
