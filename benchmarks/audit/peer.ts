import pg from 'pg'

/**
 * Lines a second that go into a table with nothing but its key, so many to a transaction: the bound of what any log in this database can do.
 * @param line JSON of one line.
 */
export async function bareInserts(
  url: string,
  beside: number,
  count: number,
  seconds: number,
  line: () => string,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: beside })
  try {
    await pool.query(
      'create table if not exists public.bare (id bigint generated always as identity primary key, line jsonb)',
    )
    const text = `insert into public.bare (line) select value::jsonb from unnest($1::text[]) value`
    const until = performance.now() + seconds * 1000
    let written = 0
    const started = performance.now()
    await Promise.all(
      Array.from({ length: beside }, async () => {
        while (performance.now() < until) {
          await pool.query({ name: 'bare', text, values: [Array.from({ length: count }, line)] })
          written += count
        }
      }),
    )
    return Math.round(written / ((performance.now() - started) / 1000))
  } finally {
    await pool.end()
  }
}
