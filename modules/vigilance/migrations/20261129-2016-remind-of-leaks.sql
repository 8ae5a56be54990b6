-- When the security officer is reminded that a clock of the law is about to run out; null when that was done. What was recorded before
-- is reminded of six hours ahead.
alter table vigilance.leak_duties add column remind_at timestamptz;
update vigilance.leak_duties set remind_at = due_at - interval '6 hours' where done_at is null;
create index leak_duties_to_remind on vigilance.leak_duties (remind_at) where done_at is null and remind_at is not null;
