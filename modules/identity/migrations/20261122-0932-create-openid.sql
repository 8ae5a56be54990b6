-- What the OpenID provider keeps: sessions, interactions, grants, codes and tokens, each under the hash of its id.
create table identity.openid (
  tenant text not null,
  model text not null,
  id_hash bytea not null,
  payload jsonb not null,
  grant_id text,
  uid text,
  consumed_at timestamptz,
  expires_at timestamptz,
  constraint openid_pk primary key (tenant, model, id_hash)
);
create index openid_by_grant on identity.openid (tenant, grant_id) where grant_id is not null;
create index openid_by_uid on identity.openid (tenant, model, uid) where uid is not null;
create index openid_by_age on identity.openid (expires_at);
select tereze.own_by_tenant('identity.openid');
