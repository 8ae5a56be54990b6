import { run, sql, type Tx } from '@tereze/foundation-database'

/** Moves the last day of an open task. */
export async function updateTaskDeadline(tx: Tx, id: string, deadline: string): Promise<void> {
  await run(
    tx,
    sql`update cases.tasks set deadline = ${deadline}::date where tenant = ${tx.tenant} and id = ${id} and ended_at is null`,
  )
}

/** Gives an open task to another role; whoever held it does not any more. */
export async function updateTaskRole(tx: Tx, id: string, role: string, department: string | null): Promise<void> {
  await run(
    tx,
    sql`update cases.tasks set role = ${role}, department = ${department}, holder = null, answerable = null,
        delegated_until = null
      where tenant = ${tx.tenant} and id = ${id} and ended_at is null`,
  )
}
