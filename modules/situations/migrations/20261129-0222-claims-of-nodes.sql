-- The node that has claimed a look; null: nobody, or it waits to be tried again.
alter table situations.looks add column claimed_by integer;
create index looks_claimed on situations.looks (tenant) where claimed_by is not null;
