-- Passkeys (WebAuthn): of each only the public key. No biometrics ever come here; they stay in the authenticator.
create table identity.passkeys (
  tenant text not null,
  passkey text not null,
  account text not null,
  credential text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  synced boolean not null,
  name text,
  added_at timestamptz not null,
  used_at timestamptz,
  constraint passkeys_pk primary key (tenant, passkey),
  constraint passkeys_credential unique (tenant, credential)
);
create index passkeys_by_account on identity.passkeys (tenant, account, added_at);
select tereze.own_by_tenant('identity.passkeys');
