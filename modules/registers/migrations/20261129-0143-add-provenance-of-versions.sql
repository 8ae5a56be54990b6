-- Who wrote a version, on which ground, and what it is: a change, a correction of a time that is past, or what goes on after it.
alter table registers.records add column recorded_by text;
alter table registers.records add column ground text;
alter table registers.records add column kind text not null default 'change';
-- Who approved what somebody else had asked for.
alter table registers.records add column approved_by text;
