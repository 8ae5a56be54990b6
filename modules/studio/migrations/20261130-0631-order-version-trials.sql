-- Percent of new cases that take the version once it is published; null: all of them, as soon as it is in use.
alter table studio.publications add column trial_share smallint;
alter table studio.publications add constraint publications_trial_share check (trial_share between 1 and 50);
-- What publishers ordered about versions on trial: another share, the version in use, or the end of it; why, and what came of it.
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
  ordered_by text not null,
  ordered_at timestamptz not null,
  ended_at timestamptz,
  problem text,
  constraint version_trials_pk primary key (tenant, id),
  constraint version_trials_change check (change in ('share', 'adopt', 'end') and (change = 'share') = (share is not null)),
  constraint version_trials_share check (share between 1 and 50),
  constraint version_trials_state check (state in ('ordered', 'done', 'refused'))
);
create unique index version_trials_open on studio.version_trials (tenant, kind, package) where state = 'ordered';
create index version_trials_by_time on studio.version_trials (tenant, kind, package, ordered_at desc, id);
select tereze.own_by_tenant('studio.version_trials');
