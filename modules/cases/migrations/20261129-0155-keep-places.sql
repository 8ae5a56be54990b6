-- The last place of each kind of a case's rows that are in order stands in the case itself: whoever moves it need not look for them.
alter table cases.cases
  add column last_act integer not null default 0,
  add column last_decision integer not null default 0,
  add column last_line integer not null default 0,
  add column last_history integer not null default 0;

update cases.cases c set
  last_act = coalesce((select max(a.ordinal) from cases.acts a where a.tenant = c.tenant and a.case_id = c.id), 0),
  last_decision = coalesce((select max(d.ordinal) from cases.decisions d where d.tenant = c.tenant and d.case_id = c.id), 0),
  last_line = coalesce((select max(l.ordinal) from cases.timeline l where l.tenant = c.tenant and l.case_id = c.id), 0),
  last_history = coalesce((select max(h.ordinal) from cases.history h where h.tenant = c.tenant and h.case_id = c.id), 0);

drop function cases.lock_cases(text, text[], boolean);
