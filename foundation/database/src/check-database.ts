import pg from 'pg'

/** A database that the platform cannot work with. `message` names the variable, what failed, and the way out. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable'
}

const oldest = 18

/** Where a connection text leads, without its password. */
function placeOf(url: string): { host: string; user: string; database: string } {
  const { host, username, pathname, searchParams } = new URL(url)
  const user = decodeURIComponent(username) || 'postgres'
  return {
    host: host || searchParams.get('host') || 'localhost',
    user,
    database: decodeURIComponent(pathname.slice(1)) || user,
  }
}

/** What is wrong and the way out, for an error of the driver or the server; null for what only a programmer can mend. */
export function explainDatabase(error: unknown, url: string): string | null {
  const { host, user, database } = placeOf(url)
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (/^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOENT)$/.test(code))
    return `DATABASE_URL: nothing answers at ${host} (${code}). Start PostgreSQL there, correct the address, or leave DATABASE_URL out to use the embedded server.`
  if (/timeout/.test(message) && code === '')
    return `DATABASE_URL: ${host} does not answer in time. Look whether PostgreSQL is there, or leave DATABASE_URL out to use the embedded server.`
  if (code === '28P01' || code === '28000' || message.startsWith('SASL'))
    return `DATABASE_URL: ${host} does not let the user "${user}" in. Correct the user and the password in it, or allow the user in pg_hba.conf.`
  if (code === '3D000')
    return `DATABASE_URL: there is no database "${database}" at ${host}. Make it: create database "${database}" owner "${user}"; or correct the name.`
  if (code === '42501')
    return `DATABASE_URL: the user "${user}" may not make schemas in "${database}". Make it the owner: alter database "${database}" owner to "${user}".`
  if (code === '53300' || code === '57P03')
    return `DATABASE_URL: ${host} takes no connection now (${message}). Try again in a moment.`
  return null
}

/** Why a server of this version and a role of these rights will not do; null when they do. */
export function explainServer(
  { version, bypasses }: { version: number; bypasses: boolean },
  url: string,
): string | null {
  const { host, user } = placeOf(url)
  const major = Math.floor(version / 10_000)
  if (major < oldest)
    return `DATABASE_URL: ${host} runs PostgreSQL ${major}; at least ${oldest} is needed. Upgrade it, or leave DATABASE_URL out to use the embedded server.`
  if (bypasses)
    return `DATABASE_URL: the role "${user}" is a superuser or bypasses row-level security, which keeps organisations apart. Give a role that is neither and owns the database: create role tereze login password '…'; alter database … owner to tereze.`
  return null
}

/**
 * Looks whether the platform can work with a database, before anything is changed in it.
 * @param url connection text (`postgres://…`), as DATABASE_URL gives it.
 * @throws DatabaseUnusable in words when it cannot.
 */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; bypasses: boolean; creates: boolean }>(
      `select current_setting('server_version_num')::int as version, rolsuper or rolbypassrls as bypasses,
              has_database_privilege(current_database(), 'CREATE') as creates
         from pg_roles where rolname = current_user`,
    )
    const [found] = rows
    const wrong = found === undefined ? null : explainServer(found, url)
    if (wrong !== null) throw new DatabaseUnusable(wrong)
    if (found?.creates === false) throw Object.assign(new Error('may not create'), { code: '42501' })
  } catch (error) {
    if (error instanceof DatabaseUnusable) throw error
    const words = explainDatabase(error, url)
    if (words === null) throw error
    throw new DatabaseUnusable(words, { cause: error })
  } finally {
    await client.end().catch(() => undefined)
  }
}
