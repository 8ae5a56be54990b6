-- What an application may ask people for. Those of before were for officials and systems: they keep that and nothing of persons.
alter table identity.clients add column scopes text[] not null default '{api}';
alter table identity.clients alter column scopes drop default;
