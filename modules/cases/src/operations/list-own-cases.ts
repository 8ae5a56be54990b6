import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listOwnCases } from '../contract/case.ts'
import { listCasesOfPerson } from '../store/cases.ts'
import { listOpenTasksOfPerson } from '../store/tasks.ts'
import { viewCard } from '../views/view-card.ts'

const usualLimit = 50

function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  const [at, id] = (cursor ?? '').split('~')
  return at !== undefined && id !== undefined && !Number.isNaN(Date.parse(at)) ? { at, id } : null
}

/** A person's own cases from all organisations, newest first. */
export const listOwnCasesHandler = handle(listOwnCases, {
  tenant: () => 'platform',
  async run(input, context) {
    const limit = input.limit ?? usualLimit
    const rows = await listCasesOfPerson(
      context.tx,
      input.person,
      { cause: input.cause ?? null, services: input.services ?? null },
      readCursor(input.after),
      limit + 1,
    )
    const tasks = await listOpenTasksOfPerson(context.tx, input.person)
    const all = context.port(packages)
    const items = rows.slice(0, limit).map(row =>
      viewCard(
        all,
        row,
        tasks.filter(task => task.caseId === row.id),
      ),
    )
    const last = rows[limit - 1]
    return { items, next: rows.length > limit && last ? `${last.openedAt}~${last.id}` : null }
  },
})
