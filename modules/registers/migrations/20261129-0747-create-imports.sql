-- Files that are loaded into a register: read, mapped, checked, run, in portions that a node may leave to another one.
create table registers.imports (
  tenant text not null,
  id text not null,
  register text not null,
  name text not null,
  state text not null,
  format text,
  encoding text,
  delimiter text,
  columns jsonb not null default '[]',
  settings jsonb,
  total integer not null default 0,
  cursor integer not null default 0,
  added integer not null default 0,
  changed integer not null default 0,
  same integer not null default 0,
  refused integer not null default 0,
  fault text,
  fault_limit integer,
  who jsonb not null,
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  constraint imports_pk primary key (tenant, id),
  constraint imports_state check (state in ('reading', 'read', 'checking', 'checked', 'running', 'done', 'failed', 'cancelled'))
);
create index imports_of_register on registers.imports (tenant, register, id);
create index imports_waiting on registers.imports (started_at) where state in ('reading', 'checking', 'running');
create index imports_ended on registers.imports (started_at);
select tereze.own_by_tenant('registers.imports');

-- The bytes of such a file, until it is loaded or given up.
create table registers.import_files (
  tenant text not null,
  import text not null,
  content bytea not null,
  constraint import_files_pk primary key (tenant, import)
);
select tereze.own_by_tenant('registers.import_files');

-- What came of each row; the cells only of those that were refused, so that they can be corrected and brought again.
create table registers.import_rows (
  tenant text not null,
  import text not null,
  row integer not null,
  outcome text not null,
  record text,
  fields jsonb not null default '[]',
  problems jsonb not null default '[]',
  cells jsonb,
  constraint import_rows_pk primary key (tenant, import, row),
  constraint import_rows_outcome check (outcome in ('new', 'changed', 'same', 'refused'))
);
create index import_rows_by_outcome on registers.import_rows (tenant, import, outcome, row);
select tereze.own_by_tenant('registers.import_rows');
