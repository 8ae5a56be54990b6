-- The node that has claimed a piece of work; null: nobody, or it waits to be tried again.
alter table cases.work add column claimed_by integer;
create index work_claimed on cases.work (tenant) where claimed_by is not null;
