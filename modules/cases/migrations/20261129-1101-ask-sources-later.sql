-- A case may go on without a source that is asked again later.
alter table cases.work drop constraint work_kind;
alter table cases.work add constraint work_kind check (kind in ('facts', 'timer', 'input', 'signal', 'message', 'closing', 'later'));
