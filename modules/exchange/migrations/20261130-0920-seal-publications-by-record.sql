-- A message of a topic is sealed before its place is known: whoever takes a place holds the topic until the commit, and seals nothing meanwhile.
-- What was said before is sealed to its place.
alter table exchange.publications add column sealed_by_record boolean not null default false;
