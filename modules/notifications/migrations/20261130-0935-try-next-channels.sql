-- Addresses from which what was sent came back, by SHA-256 of channel and address: nothing is sent there for a while.
create table notifications.bounces (
  tenant text not null,
  mark text not null,
  channel text not null,
  bounced_at timestamptz not null,
  constraint bounces_pk primary key (tenant, mark)
);
select tereze.own_by_tenant('notifications.bounces');

-- The channel that failed for good, after which this one was tried.
alter table notifications.deliveries add column instead_of text;
create index messages_of_case on notifications.messages (tenant, case_id, id) where case_id is not null;
