import type { JobContext } from '@tereze/foundation-operations'

/** A node's place among the nodes of its database. */
export interface Presence {
  leave(): Promise<void>
}

/**
 * Enters the nodes of a database: a session lock, shared among them, says that one lives, and goes with its connection however
 * it ends. Who finds nobody runs `whenAlone` before anyone else may enter. A node that lost its connection may be taken for
 * dead: what is run twice then must be safe to run twice.
 */
export async function enterNodes(
  database: Pick<JobContext['database'], 'dedicated'>,
  whenAlone: () => Promise<void>,
): Promise<Presence> {
  const client = await database.dedicated()
  try {
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock(7236823, 3) as alone')
    const alone = rows[0]?.alone === true
    if (alone) await whenAlone()
    await client.query('select pg_advisory_lock_shared(7236823, 3)')
    if (alone) await client.query('select pg_advisory_unlock(7236823, 3)')
  } catch (error) {
    await client.end()
    throw error
  }
  return { leave: () => client.end() }
}
