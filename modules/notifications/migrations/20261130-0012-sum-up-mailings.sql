-- What a message belongs to that goes to many, so that its deliveries can be summed up; null: a message of its own.
alter table notifications.messages add column mailing text;
create index messages_of_mailing on notifications.messages (tenant, mailing, id) where mailing is not null;
