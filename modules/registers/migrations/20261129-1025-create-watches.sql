-- What somebody wants to be told of: one record, or what fits a search. `who` are the entries of the register's access that they had.
create table registers.watches (
  tenant text not null,
  id text not null,
  register text not null,
  record text,
  criteria jsonb,
  watcher text not null,
  who text[] not null,
  made_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  reason text,
  last_event text,
  last_record text,
  last_at timestamptz,
  constraint watches_pk primary key (tenant, id),
  constraint watches_of_something check ((record is null) <> (criteria is null))
);
create index watches_of_record on registers.watches (tenant, register, record) where ended_at is null;
create index watches_of_watcher on registers.watches (tenant, watcher, made_at desc);
select tereze.own_by_tenant('registers.watches');
