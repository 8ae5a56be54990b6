-- How a person wants to be written to; what they do not say follows the register of people and the law.
create table notifications.preferences (
  tenant text not null,
  person text not null,
  language text constraint preferences_language check (language in ('en', 'ru', 'kk')),
  zone text,
  quiet jsonb not null,
  refused jsonb not null,
  daily jsonb not null,
  changed_at timestamptz not null,
  constraint preferences_pk primary key (tenant, person)
);
select tereze.own_by_tenant('notifications.preferences');

-- What a message is about, and the random text by which a letter is answered with "no more of these".
alter table notifications.messages add column topic text;
alter table notifications.messages add column leave text;
create index messages_by_leave on notifications.messages (leave) where leave is not null;

-- More channels; a delivery that waits for the one letter of the day.
alter table notifications.deliveries drop constraint deliveries_channel;
alter table notifications.deliveries add constraint deliveries_channel
  check (channel in ('cabinet', 'email', 'sms', 'push', 'messenger', 'letter'));
alter table notifications.deliveries add column daily boolean not null default false;
create index deliveries_daily on notifications.deliveries (next_at) where daily and next_at is not null;
