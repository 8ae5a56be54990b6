import { writeFileSync } from 'node:fs'
import pg from 'pg'

/** Settings of a PostgreSQL that counts its statements; planning is told apart from executing. */
export const countingSettings = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track_planning': 'on',
  'pg_stat_statements.max': '10000',
}

/** What PostgreSQL did for the platform, statement by statement. */
export interface Statements {
  /** Forgets what was counted so far. */
  begin(): Promise<void>
  /** Writes what was counted since, the dearest first: times in milliseconds, and the number of calls for each unit. */
  write(file: string, units: number): Promise<void>
}

/** Counts what one database is asked for. @param adminUrl connection of the superuser. */
export function statementsOf(adminUrl: string, database: string): Statements {
  async function ask(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    const url = new URL(adminUrl)
    url.pathname = `/${database}`
    const client = new pg.Client({ connectionString: url.toString() })
    await client.connect()
    const { rows } = await client.query(text, values)
    await client.end()
    return rows
  }
  return {
    async begin() {
      await ask('create extension if not exists pg_stat_statements')
      await ask('select pg_stat_statements_reset()')
    },
    async write(file, units) {
      const found = await ask(
        `select round((total_exec_time)::numeric, 1) as "execMs", round(total_plan_time::numeric, 1) as "planMs", calls::int as calls,
           plans::int as plans, round(calls::numeric / $1, 2) as "callsOfUnit", round(mean_exec_time::numeric, 3) as "meanMs", rows::int as rows,
           shared_blks_hit::int as blocks, wal_bytes::bigint::int as "walBytes", query
         from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
         order by total_exec_time + total_plan_time desc`,
        [units],
      )
      writeFileSync(file, `${found.map(row => JSON.stringify(row)).join('\n')}\n`)
    },
  }
}
