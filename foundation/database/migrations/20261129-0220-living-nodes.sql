-- Whether a node lives: it holds a lock under its number, which goes with its session however that ends. What a node claims in rows
-- bears this number, so that others see at once whose claims nobody works on any more.
create function tereze.node_lives(node integer) returns boolean language sql volatile as $$
  select exists (select from pg_locks l where l.locktype = 'advisory' and l.classid = 7236824 and l.objid = node and l.objsubid = 2
    and l.granted and l.database = (select d.oid from pg_database d where d.datname = current_database()))
$$;
