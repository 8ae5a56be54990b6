-- The reply to a command that carried an Idempotency-Key; committed with what the command wrote.
create table operations.replies (
  tenant text not null,
  operation text not null,
  actor text not null,
  key text not null,
  request text not null,
  reply jsonb,
  created_at timestamptz not null,
  constraint replies_pk primary key (tenant, operation, actor, key)
);
create index replies_by_age on operations.replies (created_at);
select tereze.own_by_tenant_or_platform('operations.replies');
