-- A case and its process are written anew at each step: with room on their page no index has to follow (heap-only updates).
alter table cases.cases set (fillfactor = 75);
alter table cases.instances set (fillfactor = 60);
