-- Acts, decisions and lines of the timeline that one transaction makes share their instant: their place in the case orders them.
alter table cases.acts add column ordinal integer, add column grounds text[] not null default '{}';
alter table cases.decisions add column ordinal integer;
alter table cases.timeline add column ordinal integer;

update cases.acts set ordinal = split_part(number, '/', 2)::integer;
update cases.decisions d set ordinal = o.place
  from (select tenant, id, row_number() over (partition by tenant, case_id order by effective_at, id) as place from cases.decisions) o
  where (o.tenant, o.id) = (d.tenant, d.id);
update cases.timeline t set ordinal = o.place
  from (select tenant, id, row_number() over (partition by tenant, case_id order by at, id) as place from cases.timeline) o
  where (o.tenant, o.id) = (t.tenant, t.id);

alter table cases.acts alter column ordinal set not null;
alter table cases.decisions alter column ordinal set not null;
alter table cases.timeline alter column ordinal set not null;

drop index cases.acts_by_case;
drop index cases.decisions_by_case;
drop index cases.timeline_by_case;
create unique index acts_in_order on cases.acts (tenant, case_id, ordinal);
create unique index decisions_in_order on cases.decisions (tenant, case_id, ordinal);
create unique index timeline_in_order on cases.timeline (tenant, case_id, ordinal);
