-- For whom the person of a session acts; null: for themselves.
alter table identity.sessions add column on_behalf_of text;
