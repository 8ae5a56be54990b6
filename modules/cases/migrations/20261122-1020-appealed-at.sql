-- The term of an appeal counts from the day on which it was lodged.
alter table cases.cases add column appealed_at timestamptz;
update cases.cases c set appealed_at = a.at from cases.acts a
  where a.tenant = c.tenant and a.case_id = c.id and a.kind = 'appeal';
