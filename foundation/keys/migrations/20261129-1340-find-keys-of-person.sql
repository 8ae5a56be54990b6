-- The names under which logs of all organisations speak of a person are found by the person's keys.
create index keys_of_person on keys.keys (owner) where kind = 'person';
