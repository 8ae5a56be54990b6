create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit.% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- One access a line. `content` is the line itself, which the log's leaf is computed from; the other columns say where it stands.
create table audit.lines (
  tenant text not null,
  id text not null,
  ordinal bigint generated always as identity,
  transaction xid8 not null default pg_current_xact_id(),
  time timestamptz not null,
  content jsonb not null,
  constraint lines_pk primary key (tenant, id)
);
create index lines_in_order on audit.lines (tenant, transaction, ordinal);
create trigger lines_append_only before update or delete or truncate on audit.lines
  for each statement execute function audit.refuse_change();
select tereze.own_by_tenant('audit.lines');

-- Who an access was about, for the question "who looked at my data". What people do to their own data is not in it.
create table audit.subjects (
  tenant text not null,
  subject text not null,
  line text not null,
  time timestamptz not null,
  constraint subjects_pk primary key (tenant, subject, line)
);
create index subjects_newest on audit.subjects (subject, time desc, line desc);
create trigger subjects_append_only before update or delete or truncate on audit.subjects
  for each statement execute function audit.refuse_change();
select tereze.own_by_tenant('audit.subjects');

-- Any store function of any module may write lines by this; one statement for many.
create function audit.append(lines jsonb) returns void language sql as $$
  with added as (
    insert into audit.lines (tenant, id, time, content)
    select line->>'tenant', line->>'id', (line->>'time')::timestamptz, line from jsonb_array_elements(lines) line
  )
  insert into audit.subjects (tenant, subject, line, time)
  select distinct line->>'tenant', subject, line->>'id', (line->>'time')::timestamptz
  from jsonb_array_elements(lines) line, jsonb_array_elements_text(line->'subjects') subject
  where subject <> line->'actor'->>'id'
$$;
