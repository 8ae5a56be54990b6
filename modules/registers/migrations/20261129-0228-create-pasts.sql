-- Projections that were made before the past had one of its own get it now; the upkeep fills it.
do $$
declare
  made record;
  past text;
begin
  for made in select tablename from pg_tables where schemaname = 'registers' and tablename like 'projection\_%' loop
    past := 'past_' || substr(made.tablename, length('projection_') + 1);
    execute format('create table if not exists registers.%I (like registers.%I)', past, made.tablename);
    execute format('alter table registers.%I add column version integer not null', past);
    execute format('alter table registers.%I add primary key (tenant, record, version)', past);
    execute format('select tereze.own_by_tenant(%L::regclass)', 'registers.' || past);
  end loop;
end $$;
insert into registers.projections (tenant, register, version, columns)
  select distinct 'platform', register, '0.0.0', '[]'::jsonb from registers.records
  on conflict (tenant, register) do nothing;
