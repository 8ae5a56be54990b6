import { run, sql, type Tx } from '@tereze/foundation-database'

/** Moves the last day of an open task. */
export async function updateTaskDeadline(tx: Tx, id: string, deadline: string): Promise<void> {
  await run(
    tx,
    sql`update cases.tasks set deadline = ${deadline}::date where tenant = ${tx.tenant} and id = ${id} and ended_at is null`,
  )
}

/** Gives an open task to a superior role, and keeps whose work it was; whoever held it does not any more. */
export async function updateTaskRole(tx: Tx, id: string, role: string, department: string | null): Promise<void> {
  await run(
    tx,
    sql`update cases.tasks set role = ${role}, department = ${department}, came_from = coalesce(came_from, role), holder = null,
        answerable = null, delegated_until = null
      where tenant = ${tx.tenant} and id = ${id} and ended_at is null`,
  )
}

/** Gives an open task back to the role whose work it was, there to an official or to all. */
export async function giveTaskBack(
  tx: Tx,
  task: { readonly id: string; readonly role: string; readonly department: string | null },
  holder: string | null,
): Promise<void> {
  await run(
    tx,
    sql`update cases.tasks set role = ${task.role}, department = ${task.department}, came_from = null, holder = ${holder}
      where tenant = ${tx.tenant} and id = ${task.id} and ended_at is null`,
  )
}
