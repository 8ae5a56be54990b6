-- A day of a hall: whoever changes its queue locks this row first, so that no ticket is called by two windows.
create table reception.days (
  tenant text not null,
  unit text not null,
  day date not null,
  constraint days_pk primary key (tenant, unit, day)
);
select tereze.own_by_tenant('reception.days');

-- Who sits at which window on a day.
create table reception.seats (
  tenant text not null,
  unit text not null,
  day date not null,
  "window" text not null,
  official text not null,
  since timestamptz not null,
  constraint seats_pk primary key (tenant, unit, day, "window"),
  constraint seats_official unique (tenant, day, official),
  constraint seats_day foreign key (tenant, unit, day) references reception.days (tenant, unit, day)
);
select tereze.own_by_tenant('reception.seats');

-- A place in the queue; it names no person. `window` is where it is called to, or, while it waits, the window it was handed to.
create table reception.tickets (
  tenant text not null,
  id text not null,
  unit text not null,
  day date not null,
  letter text not null,
  number integer not null,
  privilege text,
  is_from_kiosk boolean not null,
  state text not null constraint tickets_state check (state in ('waiting', 'called', 'finished', 'no-show')),
  "window" text,
  taken_at timestamptz not null,
  first_called_at timestamptz,
  called_at timestamptz,
  calls integer not null default 0,
  ended_at timestamptz,
  constraint tickets_pk primary key (tenant, id),
  constraint tickets_number unique (tenant, unit, day, letter, number),
  constraint tickets_day foreign key (tenant, unit, day) references reception.days (tenant, unit, day),
  constraint tickets_called check (state <> 'called' or ("window" is not null and called_at is not null)),
  constraint tickets_ended check ((ended_at is null) = (state in ('waiting', 'called')))
);
create unique index tickets_one_at_window on reception.tickets (tenant, unit, day, "window") where state = 'called';
create index tickets_open on reception.tickets (tenant, unit, day, taken_at) where state in ('waiting', 'called');
select tereze.own_by_tenant('reception.tickets');
