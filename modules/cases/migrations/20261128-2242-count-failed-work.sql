-- How often work has thrown, and since when nobody tries any more. The report that it failed names it.
alter table cases.work add column failures integer not null default 0, add column failed_at timestamptz;
alter table cases.incidents add column work text;
create index incidents_of_work on cases.incidents (tenant, work) where work is not null and resolved_at is null;

-- The same as before; with `only_free`, without the cases that somebody moves right now.
drop function cases.lock_cases(text, text[]);
create function cases.lock_cases(of_tenant text, wanted text[], only_free boolean) returns table (
  found cases.cases, instances jsonb, last_act integer, last_decision integer, last_line integer, last_history integer
) language plpgsql as $$
declare
  locked text[];
begin
  if only_free then
    locked := array(select c.id from cases.cases c where c.tenant = of_tenant and c.id = any(wanted) order by c.id
      for update skip locked);
  else
    locked := array(select c.id from cases.cases c where c.tenant = of_tenant and c.id = any(wanted) order by c.id for update);
  end if;
  return query
    select c,
      coalesce((select jsonb_agg(to_jsonb(i) order by i.id) from cases.instances i
        where i.tenant = of_tenant and i.case_id = c.id and i.ended_at is null), '[]'),
      coalesce((select max(a.ordinal) from cases.acts a where a.tenant = of_tenant and a.case_id = c.id), 0),
      coalesce((select max(d.ordinal) from cases.decisions d where d.tenant = of_tenant and d.case_id = c.id), 0),
      coalesce((select max(l.ordinal) from cases.timeline l where l.tenant = of_tenant and l.case_id = c.id), 0),
      coalesce((select max(h.ordinal) from cases.history h where h.tenant = of_tenant and h.case_id = c.id), 0)
    from cases.cases c where c.tenant = of_tenant and c.id = any(locked) order by c.id;
end $$;
