import { type Refused, refuse } from '@tereze/operation'
import { otherPersonNeeded } from '../contract/other-person.ts'
import { processOf } from '../definition/service.ts'
import { decideOther, otherThan } from '../rules/other-person.ts'
import type { CaseRow } from '../store/cases.ts'
import { listCompletedByOfficials, type TaskRow } from '../store/tasks.ts'
import { findText, wordPackages } from '../views/words.ts'
import { beginRun } from './case-run.ts'
import { instanceOf } from './instance-of.ts'

type Context = Parameters<typeof beginRun>[0]

/** Officials who may not do a task because they did an earlier one that somebody else has to have done. */
async function barredFrom(context: Context, row: CaseRow, task: TaskRow) {
  if (task.instance === null) return { nodes: [], completed: [] }
  const run = beginRun(context, row)
  const instance = await instanceOf(run, task.instance)
  const process = await processOf(run.packages.get(instance.packageKind, instance.package, instance.packageVersion))
  const nodes = otherThan(process.nodes[task.node]?.attributes)
  if (nodes.length === 0) return { nodes, completed: [] }
  return { nodes, completed: await listCompletedByOfficials(context.tx, row.tenant, instance.id) }
}

/** The refusal for an official who did an earlier task that somebody else has to have done, with its words; null when they may go on. */
export async function refuseSamePerson(
  context: Context,
  row: CaseRow,
  task: TaskRow,
  official: string,
): Promise<Refused<'cases.other-person-needed'> | null> {
  const { nodes, completed } = await barredFrom(context, row, task)
  const node = decideOther(nodes, completed, official)
  if (node === null) return null
  const run = beginRun(context, row)
  const words = findText(wordPackages(run.packages, run.service), `task.${node}`)
  const { language } = context.actor
  return refuse(otherPersonNeeded, { pointer: '/task', params: { task: words?.[language] ?? node } })
}

/** Those of some officials who may do a task beside those who did the earlier ones. */
export async function othersThan<Some extends { readonly official: string }>(
  context: Context,
  row: CaseRow,
  task: TaskRow,
  officials: readonly Some[],
): Promise<Some[]> {
  const { nodes, completed } = await barredFrom(context, row, task)
  return officials.filter(({ official }) => decideOther(nodes, completed, official) === null)
}
