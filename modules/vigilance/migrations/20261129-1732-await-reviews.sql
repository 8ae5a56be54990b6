-- Emergencies that wait for a review, and when it is to be there. A row goes when the review comes.
create table vigilance.awaited_reviews (
  tenant text not null,
  emergency text not null,
  official text not null,
  begun_at timestamptz not null,
  due_at timestamptz not null,
  constraint awaited_reviews_pk primary key (tenant, emergency)
);
create index awaited_reviews_due on vigilance.awaited_reviews (due_at);
select tereze.own_by_tenant('vigilance.awaited_reviews');
