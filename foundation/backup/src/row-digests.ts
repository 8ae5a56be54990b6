import pg from 'pg'

/** What is in a table: its rows, and a digest over all of them that does not depend on their order. */
export interface TableDigest {
  readonly table: string
  readonly rows: number
  readonly digest: string
}

/**
 * Digests of all tables of a database, by name, as one moment has them: SHA-256 over the sorted SHA-256 of every row. Row-level security
 * does not hide rows from a superuser, so give the address of one.
 */
export async function rowDigests(url: string): Promise<TableDigest[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const tables = await client.query<{ schema: string; name: string }>(
      `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname <> 'information_schema' and n.nspname !~ '^pg_' order by 1, 2`,
    )
    const digests: TableDigest[] = []
    for (const { schema, name } of tables.rows) {
      const table = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`
      const { rows } = await client.query<{ rows: string; digest: string }>(
        `select count(*) as rows, encode(sha256(coalesce(string_agg(hash, ''::bytea order by hash), ''::bytea)), 'hex') as digest
         from (select sha256(convert_to(t::text, 'UTF8')) as hash from ${table} t) hashed`,
      )
      digests.push({ table: `${schema}.${name}`, rows: Number(rows[0]?.rows), digest: rows[0]?.digest ?? '' })
    }
    return digests
  } finally {
    await client.end()
  }
}
