-- What witnesses of other organisations signed: that a log of messages had this state, and had only grown since the one before.
create table exchange.cosignatures (
  tenant text not null,
  size bigint not null,
  witness text not null,
  lines text not null,
  time timestamptz not null,
  constraint cosignatures_pk primary key (tenant, witness, size)
);
create trigger cosignatures_append_only before update or delete or truncate on exchange.cosignatures
  for each statement execute function exchange.refuse_change();
select tereze.own_by_tenant('exchange.cosignatures');

-- How it stands with each witness of each log. `size` is that of what it was asked to cosign last.
create table exchange.witnesses (
  tenant text not null,
  witness text not null,
  state text not null constraint witnesses_state check (state in ('cosigned', 'refused', 'ahead', 'silent')),
  size bigint not null,
  time timestamptz not null,
  constraint witnesses_pk primary key (tenant, witness)
);
select tereze.own_by_tenant('exchange.witnesses');
