import type { Context } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import { caseNotFound, taskNotFound } from '../contract/case.ts'
import { type CaseRow, lockCase } from '../store/cases.ts'
import { findOpenTask, type TaskRow } from '../store/tasks.ts'

/** Locks a case and finds the open task of it that an operation is about. */
export async function lockTask(
  context: Context,
  input: { readonly case: string; readonly task: string },
): Promise<{ row: CaseRow; task: TaskRow } | Refused<'cases.case-not-found' | 'cases.task-not-found'>> {
  const row = await lockCase(context.tx, input.case)
  if (row === null) return refuse(caseNotFound, { pointer: '/case' })
  const task = await findOpenTask(context.tx, row.tenant, row.id, input.task)
  return task === null ? refuse(taskNotFound, { pointer: '/task' }) : { row, task }
}
