-- Working copies of packages. What they grew from is kept with its hash; `revision` is the newest of its revisions.
create table studio.drafts (
  tenant text not null,
  id text not null,
  kind text not null,
  package text not null,
  title jsonb not null,
  base_version text,
  base_hash text,
  revision integer not null,
  begun_by text not null,
  begun_at timestamptz not null,
  saved_by text not null,
  saved_at timestamptz not null,
  removed_at timestamptz,
  constraint drafts_pk primary key (tenant, id),
  constraint drafts_base check ((base_version is null) = (base_hash is null))
);
create index drafts_by_saved on studio.drafts (tenant, saved_at desc);
create index drafts_removed on studio.drafts (removed_at) where removed_at is not null;
select tereze.own_by_tenant('studio.drafts');

-- The files of a draft as they are now, each with the revision that last changed it.
create table studio.files (
  tenant text not null,
  draft text not null,
  path text not null,
  text text not null,
  revision integer not null,
  constraint files_pk primary key (tenant, draft, path),
  constraint files_draft_fk foreign key (tenant, draft) references studio.drafts (tenant, id) on delete cascade
);
select tereze.own_by_tenant('studio.files');

-- Who saved what, when; `restored` names the revision that was brought back.
create table studio.revisions (
  tenant text not null,
  draft text not null,
  revision integer not null,
  at timestamptz not null,
  by text not null,
  restored integer,
  constraint revisions_pk primary key (tenant, draft, revision),
  constraint revisions_draft_fk foreign key (tenant, draft) references studio.drafts (tenant, id) on delete cascade
);
select tereze.own_by_tenant('studio.revisions');

-- Each file that a revision changed, with its text after it; null: removed. A file at a revision is its newest change up to it.
create table studio.changes (
  tenant text not null,
  draft text not null,
  path text not null,
  revision integer not null,
  change text not null,
  text text,
  constraint changes_pk primary key (tenant, draft, path, revision),
  constraint changes_kind check (change in ('added', 'changed', 'removed')),
  constraint changes_text check ((change = 'removed') = (text is null)),
  constraint changes_revision_fk foreign key (tenant, draft, revision)
    references studio.revisions (tenant, draft, revision) on delete cascade
);
create index changes_by_revision on studio.changes (tenant, draft, revision);
select tereze.own_by_tenant('studio.changes');

-- Who has a draft open, and until when that counts.
create table studio.presences (
  tenant text not null,
  draft text not null,
  official text not null,
  path text,
  since timestamptz not null,
  until timestamptz not null,
  constraint presences_pk primary key (tenant, draft, official),
  constraint presences_draft_fk foreign key (tenant, draft) references studio.drafts (tenant, id) on delete cascade
);
select tereze.own_by_tenant('studio.presences');
