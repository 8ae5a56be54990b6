-- When nothing can follow a delivered case any more it is closed for good. What is delivered already is looked at once: it is due
-- again when its terms are over.
alter table cases.work drop constraint work_kind;
alter table cases.work add constraint work_kind check (kind in ('facts', 'timer', 'input', 'signal', 'message', 'closing'));
insert into cases.work (tenant, id, case_id, kind, detail, due_at, since)
  select tenant, id || ':closing', id, 'closing', '{}', now(), now() from cases.cases where status = 'delivered';
