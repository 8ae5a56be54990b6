-- A child runs for an activity of another instance of its case. `data` are the variables of a called process of its own; a fragment of
-- its parent's process works on what the parent works on.
alter table cases.instances add column parent text, add column parent_token text, add column fragment text, add column data jsonb,
  add column isolated boolean not null default false;
