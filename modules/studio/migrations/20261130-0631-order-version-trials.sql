-- Percent of new cases that take the version once it is published; null: all of them, as soon as it is in use.
alter table studio.publications add column trial_share smallint;
alter table studio.publications add constraint publications_trial_share check (trial_share between 1 and 50);
-- What was ordered about versions on trial, why, and what came of it: by publishers another share, the version in use, or the end of it; by
-- the platform itself (`hold`, by nobody) that it gets no more cases, with the cases of it and how many of them failed.
create table studio.version_trials (
  tenant text not null,
  id text not null,
  kind text not null,
  package text not null,
  version text not null,
  change text not null,
  share smallint,
  reason text not null,
  state text not null,
  ordered_by text,
  ordered_at timestamptz not null,
  cases integer,
  faulty integer,
  ended_at timestamptz,
  problem text,
  constraint version_trials_pk primary key (tenant, id),
  constraint version_trials_change check (change in ('share', 'adopt', 'end', 'hold') and (change = 'share') = (share is not null)),
  constraint version_trials_by check ((change = 'hold') = (ordered_by is null)),
  constraint version_trials_share check (share between 1 and 50),
  constraint version_trials_state check (state in ('ordered', 'done', 'refused'))
);
create unique index version_trials_open on studio.version_trials (tenant, kind, package) where state = 'ordered';
create index version_trials_by_time on studio.version_trials (tenant, kind, package, ordered_at desc, id);
select tereze.own_by_tenant('studio.version_trials');
