-- Applications and systems that sign people in here or call the platform. Only public keys of them are known.
create table identity.clients (
  tenant text not null,
  client text not null,
  organisation text not null,
  name jsonb not null,
  grants text[] not null constraint clients_grants check (cardinality(grants) > 0),
  redirect_uris text[] not null,
  keys jsonb not null,
  roles text[] not null,
  exchanges text[] not null,
  sign_out_uri text,
  pushed boolean not null,
  bound boolean not null,
  registered_at timestamptz not null,
  constraint clients_pk primary key (tenant, client)
);
select tereze.own_by_tenant('identity.clients');

-- What is typed on one device to let another in; only its hash.
alter table identity.openid add column user_code bytea;
create index openid_by_user_code on identity.openid (tenant, user_code) where user_code is not null;
create index openid_by_client on identity.openid (tenant, (payload ->> 'clientId')) where payload ? 'clientId';

-- The provider's session behind a session of ours, and the browser it is in, so that it can be shown and ended from elsewhere.
alter table identity.sessions add column openid_session text, add column browser text;

-- Applications that still have to hear that somebody signed out (OpenID Connect Back-Channel Logout 1.0).
create table identity.sign_out_notices (
  tenant text not null,
  notice text not null,
  client text not null,
  account text not null,
  sid text not null,
  attempts integer not null default 0,
  due_at timestamptz not null,
  node integer,
  constraint sign_out_notices_pk primary key (tenant, notice)
);
create index sign_out_notices_by_due on identity.sign_out_notices (due_at);
select tereze.own_by_tenant('identity.sign_out_notices');
