-- Authorities for seals, one after another: under which purpose the key store has the key of each, and why it was begun before its time; null
-- where it began by itself.
alter table signatures.authorities
  add column purpose text not null default 'seal-authority',
  add column begun_because text;

-- The key of the authority that certified; null for what the first one did while it was the only one.
alter table signatures.seals add column authority text;
alter table signatures.personal_certificates add column authority text;
