-- Powers of attorney that came as files and are acted by: when their register is asked next. `above`: the powers it was given on under, nearest first.
create table signatures.power_files (
  tenant text not null,
  number text not null,
  above text[] not null,
  until_day date not null,
  fingerprint text not null,
  taken_at timestamptz not null,
  asked_at timestamptz not null,
  next_at timestamptz,
  constraint power_files_pk primary key (tenant, number)
);
create index power_files_to_ask on signatures.power_files (next_at) where next_at is not null;
select tereze.own_by_tenant('signatures.power_files');
