-- Files of messages. What a sender says of a file (`manifest`, with the hash of each part) is kept from the first moment; parts come one
-- by one, in any order, and are sealed blobs in the store of files. `sent`: kept for sending by an organisation that runs here.
create table exchange.files (
  tenant text not null,
  id uuid not null,
  direction text not null,
  peer text not null,
  system text not null,
  contract text not null,
  purpose text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  part_size integer not null,
  parts text[] not null,
  state text not null,
  reason text,
  virus_check text,
  message uuid,
  since timestamptz not null,
  changed_at timestamptz not null,
  until timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  constraint files_pk primary key (tenant, id),
  constraint files_direction check (direction in ('sent', 'received')),
  constraint files_state check (state in ('uploading', 'checking', 'ready', 'delivered', 'refused', 'expired'))
);
create index files_newest on exchange.files (tenant, since desc, id);
create index files_to_check on exchange.files (due_at) where state = 'checking';
create index files_to_deliver on exchange.files (due_at) where state = 'ready' and direction = 'sent';
create index files_to_forget on exchange.files (until) where state <> 'expired';
create index files_open on exchange.files (tenant, peer) where state = 'uploading';
select tereze.own_by_tenant('exchange.files');

create table exchange.file_parts (
  tenant text not null,
  file uuid not null,
  part integer not null,
  blob text not null,
  constraint file_parts_pk primary key (tenant, file, part),
  constraint file_parts_file foreign key (tenant, file) references exchange.files (tenant, id)
);
create index file_parts_by_blob on exchange.file_parts (blob);
select tereze.own_by_tenant('exchange.file_parts');

-- Which files a queued message names.
alter table exchange.queue add column files jsonb not null default '[]';
