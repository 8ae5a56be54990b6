-- A table of tenants may be written only inside a transaction of the row's own tenant. The owner of the table obeys too.
-- A migration, which fills columns for all tenants, runs as '~migration': no transaction of the platform can take that name.
create function tereze.own_by_tenant(owned regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', owned);
  execute format('alter table %s force row level security', owned);
  execute format('create policy all_read on %s for select using (true)', owned);
  execute format('create policy one_tenant_inserts on %s for insert with check (current_setting(''tereze.tenant'', true) in (tenant, ''~migration''))', owned);
  execute format('create policy one_tenant_updates on %s for update using (true) with check (current_setting(''tereze.tenant'', true) in (tenant, ''~migration''))', owned);
  execute format('create policy one_tenant_deletes on %s for delete using (current_setting(''tereze.tenant'', true) in (tenant, ''~migration''))', owned);
end $$;

-- The same for the platform's own bookkeeping, which a relay or a dispatcher may also write for all tenants at once.
create function tereze.own_by_tenant_or_platform(owned regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', owned);
  execute format('alter table %s force row level security', owned);
  execute format('create policy all_read on %s for select using (true)', owned);
  execute format('create policy one_tenant_inserts on %s for insert with check (current_setting(''tereze.tenant'', true) in (tenant, ''*'', ''~migration''))', owned);
  execute format('create policy one_tenant_updates on %s for update using (true) with check (current_setting(''tereze.tenant'', true) in (tenant, ''*'', ''~migration''))', owned);
  execute format('create policy one_tenant_deletes on %s for delete using (current_setting(''tereze.tenant'', true) in (tenant, ''*'', ''~migration''))', owned);
end $$;
