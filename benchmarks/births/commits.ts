import pg from 'pg'

/** One-row insert transactions per second with 8 clients from Node: what this PostgreSQL can do at all. */
export async function commitsPerSecond(url: string, seconds = 4): Promise<number> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(
    'create table if not exists bench_commits (id bigint generated always as identity primary key, text text)',
  )
  const end = performance.now() + seconds * 1000
  const counts = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      let count = 0
      for (; performance.now() < end; count++)
        await client.query({ name: 'one', text: 'insert into bench_commits (text) values ($1)', values: ['one row'] })
      await client.end()
      return count
    }),
  )
  await admin.query('drop table bench_commits')
  await admin.end()
  return counts.reduce((sum, count) => sum + count, 0) / seconds
}

/** Version and durability settings of the server. */
export async function describeServer(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found: Record<string, string> = {}
  for (const setting of ['server_version', 'fsync', 'synchronous_commit', 'shared_buffers'])
    found[setting] = String((await client.query(`show ${setting}`)).rows[0][setting])
  await client.end()
  return found
}
