-- The territory to which an office is limited, by code; what lies in it has codes that begin with it.
alter table identity.officials add column territory text
  constraint officials_territory check (territory ~ '^[0-9]{2,9}$');
