-- Where an outside authority is asked about its certificates, what holds while nobody knows, and since when it is trusted no more.
alter table exchange.authorities
  add column list_address text,
  add column ocsp_address text,
  add column when_unknown text not null default 'take' constraint authorities_when_unknown check (when_unknown in ('take', 'refuse')),
  add column untrusted_at timestamptz,
  add column untrusted_why text;

-- A certificate and those between it and its authority, by the SHA-256 of their DER, the certificate itself first; and the serial
-- number of the last of them, which the authority itself gave.
alter table exchange.certificates
  add column links text[] not null default '{}',
  add column top_serial text;
update exchange.certificates c set links = array(
  select encode(sha256(decode(regexp_replace(found.pem[1], '\s', '', 'g'), 'base64')), 'hex')
  from regexp_matches(c.certificate || E'\n' || c.chain, '-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----', 'g')
    with ordinality as found (pem, place) order by found.place)
where c.authority <> 'installation';

-- What an authority last said of each of them. A status holds until its end; what was revoked stays so until the authority says otherwise.
create table exchange.revocation_checks (
  tenant text not null,
  link text not null,
  status text constraint revocation_checks_status check (status in ('good', 'revoked')),
  said_by text constraint revocation_checks_said_by check (said_by in ('ocsp', 'list')),
  said_at timestamptz,
  good_until timestamptz,
  revoked_at timestamptz,
  fetched_at timestamptz,
  fault text,
  failing_since timestamptz,
  failures int not null default 0,
  due_at timestamptz,
  constraint revocation_checks_pk primary key (tenant, link)
);
create index revocation_checks_due on exchange.revocation_checks (due_at) where due_at is not null;
select tereze.own_by_tenant('exchange.revocation_checks');
insert into exchange.revocation_checks (tenant, link, due_at)
  select distinct c.tenant, link, now() from exchange.certificates c, unnest(c.links) as link;
