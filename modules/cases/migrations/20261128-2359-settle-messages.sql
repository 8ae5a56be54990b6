-- Messages for which nobody waits, and waits for which nothing came, are looked at once: settled until the other side comes.
alter table cases.messages add column settled boolean not null default false;
alter table cases.subscriptions add column settled boolean not null default false;
create index messages_unsettled on cases.messages (tenant, sent_at, id)
  where kind = 'message' and delivered_at is null and not settled;
create index subscriptions_unsettled on cases.subscriptions (tenant, since, id) where kind = 'message' and not settled;
create index messages_by_key on cases.messages (tenant, name, key, sent_at) where delivered_at is null and kind = 'message';
