-- Keys wrapped by the master key. `owner`: the purpose of a signing key, the person of a data key, the field of an index key,
-- the name of a secret. At most one current key for each; an erased one stays as a mark, so that no successor can be made.
create table keys.keys (
  tenant text not null,
  kind text not null constraint keys_kind check (kind in ('signing', 'person', 'index', 'secret')),
  owner text not null,
  id text not null,
  wrapped bytea,
  master text not null,
  public_jwk jsonb,
  created_at timestamptz not null,
  retired_at timestamptz,
  erased_at timestamptz,
  constraint keys_pk primary key (tenant, kind, owner, id),
  constraint keys_wrapped_unless_erased check ((wrapped is null) = (erased_at is not null))
);
create unique index keys_one_current on keys.keys (tenant, kind, owner) where retired_at is null;
create index keys_by_id on keys.keys (tenant, id) where kind = 'signing';
select tereze.own_by_tenant('keys.keys');
