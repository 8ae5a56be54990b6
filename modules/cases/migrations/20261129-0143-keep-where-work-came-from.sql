-- Whose work a task was before it went to a superior because its term was near or over: there it may be given back.
alter table cases.tasks add column came_from text;
