import { Client } from 'pg'

/** Makes the role `tereze`, no superuser, and the database `tereze` that it owns, unless they are there. */
export async function createApplicationDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const role = await client.query("select from pg_roles where rolname = 'tereze'")
    if (role.rowCount === 0) {
      await client.query(`create role tereze login password ${client.escapeLiteral(password)}`)
    }
    const database = await client.query("select from pg_database where datname = 'tereze'")
    if (database.rowCount === 0) await client.query('create database tereze owner tereze')
  } finally {
    await client.end()
  }
}
