-- A version on trial: it is not in use, a share (percent) of what begins takes it. With a share of 0 nothing takes it for now.
alter table catalogue.standings add column share smallint not null default 0;
alter table catalogue.standings drop constraint standings_standing;
alter table catalogue.standings add constraint standings_standing
  check (standing = 'withdrawn' and share = 0 or standing = 'trial' and share between 0 and 50);
create unique index standings_one_trial on catalogue.standings (tenant, kind, id) where standing = 'trial';
