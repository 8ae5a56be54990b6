-- OpenID providers of others at which people may sign in, and what their levels are worth here.
create table identity.outside_providers (
  tenant text not null,
  provider text not null,
  name jsonb not null,
  issuer text not null,
  client text not null,
  levels jsonb not null,
  registered_at timestamptz not null,
  constraint outside_providers_pk primary key (tenant, provider)
);
select tereze.own_by_tenant('identity.outside_providers');

-- Accounts there that people connected with theirs here.
create table identity.outside_links (
  tenant text not null,
  provider text not null,
  subject text not null,
  account text not null,
  linked_at timestamptz not null,
  constraint outside_links_pk primary key (tenant, provider, subject),
  constraint outside_links_account unique (tenant, account, provider)
);
select tereze.own_by_tenant('identity.outside_links');
