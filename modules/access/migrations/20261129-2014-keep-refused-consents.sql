-- A person may refuse a consent in so many words: a row like a consent, with a receipt of its own, until the same day.
alter table access.consents add column refused boolean not null default false;
alter table access.consents add constraint consents_refused check (not (refused and withdrawn_at is not null));
