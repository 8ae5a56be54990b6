import type { Database, Sent } from '@tereze/foundation-database'

/**
 * What work asks of PostgreSQL: statements, and packets that carry them. A test that holds something to a budget of both fails when it
 * becomes dearer, on a busy machine as on a quiet one. Nothing else may use the database meanwhile.
 */
export async function costOf(database: Database, work: () => Promise<unknown>): Promise<Sent> {
  const { statements, packets } = database.sent
  await work()
  return { statements: database.sent.statements - statements, packets: database.sent.packets - packets }
}
