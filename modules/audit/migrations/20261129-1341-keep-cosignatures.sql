-- What witnesses of other organisations signed: that a log had this state, and had only grown since the one before.
create table audit.cosignatures (
  tenant text not null,
  size bigint not null,
  witness text not null,
  lines text not null,
  time timestamptz not null,
  constraint cosignatures_pk primary key (tenant, witness, size)
);
create trigger cosignatures_append_only before update or delete or truncate on audit.cosignatures
  for each statement execute function audit.refuse_change();
select tereze.own_by_tenant('audit.cosignatures');

-- How it stands with each witness of each log. `size` is that of what it was asked to cosign last.
create table audit.witnesses (
  tenant text not null,
  witness text not null,
  state text not null constraint witnesses_state check (state in ('cosigned', 'refused', 'ahead', 'silent')),
  size bigint not null,
  time timestamptz not null,
  constraint witnesses_pk primary key (tenant, witness)
);
select tereze.own_by_tenant('audit.witnesses');
