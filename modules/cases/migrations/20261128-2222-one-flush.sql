-- Variables of a task's own: what the process hands to it, such as the element of a repetition.
alter table cases.tasks add column local jsonb not null default '{}';

-- Inputs that came while an instance was suspended wait here until it goes on.
alter table cases.work drop constraint work_kind;
alter table cases.work add constraint work_kind check (kind in ('facts', 'timer', 'input'));
create index work_by_instance on cases.work (tenant, instance) where kind = 'input';

-- Locks cases until the transaction ends, and reads them with all that moving them needs. A statement sees what was there when it
-- began, though it waited for a lock since: so the lock and the reading are two statements, in one round trip.
create function cases.lock_cases(of_tenant text, wanted text[]) returns table (
  found cases.cases, instances jsonb, last_act integer, last_decision integer, last_line integer, last_history integer
) language plpgsql as $$
begin
  perform from cases.cases c where c.tenant = of_tenant and c.id = any(wanted) order by c.id for update;
  return query
    select c,
      coalesce((select jsonb_agg(to_jsonb(i) order by i.id) from cases.instances i
        where i.tenant = of_tenant and i.case_id = c.id and i.ended_at is null), '[]'),
      coalesce((select max(a.ordinal) from cases.acts a where a.tenant = of_tenant and a.case_id = c.id), 0),
      coalesce((select max(d.ordinal) from cases.decisions d where d.tenant = of_tenant and d.case_id = c.id), 0),
      coalesce((select max(l.ordinal) from cases.timeline l where l.tenant = of_tenant and l.case_id = c.id), 0),
      coalesce((select max(h.ordinal) from cases.history h where h.tenant = of_tenant and h.case_id = c.id), 0)
    from cases.cases c where c.tenant = of_tenant and c.id = any(wanted) order by c.id;
end $$;
