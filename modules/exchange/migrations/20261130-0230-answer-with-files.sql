-- Files of answers go back: `answer` is one that belongs to the answer of `message`; `to_fetch` one that is not sent, because the asker's
-- own system comes for it.
alter table exchange.files add column answer boolean not null default false;
alter table exchange.files add column to_fetch boolean not null default false;
