-- What officials say to each other about a case, and notes of tasks that went from one to another.
create table cases.comments (
  tenant text not null,
  id text not null,
  case_id text not null,
  kind text not null,
  at timestamptz not null,
  author text not null,
  -- Whom the task of a note went to; null: back to the unit.
  receiver text,
  -- Node of the task that a note is about.
  node text,
  text text not null,
  mentions text[] not null default '{}',
  constraint comments_pk primary key (tenant, id),
  constraint comments_kind check (kind in ('comment', 'delegated', 'reassigned', 'returned'))
);
create index comments_by_case on cases.comments (tenant, case_id, at desc, id desc);
select tereze.own_by_tenant('cases.comments');

-- Who is named in a comment, so that everybody's are a range of the index.
create table cases.mentions (
  tenant text not null,
  official text not null,
  at timestamptz not null,
  comment text not null,
  constraint mentions_pk primary key (tenant, official, at, comment)
);
select tereze.own_by_tenant('cases.mentions');

-- Lists of tasks that officials keep under a name.
create table cases.filters (
  tenant text not null,
  id text not null,
  official text not null,
  name text not null,
  criteria jsonb not null,
  constraint filters_pk primary key (tenant, id),
  constraint filters_name unique (tenant, official, name)
);
select tereze.own_by_tenant('cases.filters');
