import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { listOfficials } from '@tereze/identity/contract'
import { isRefused } from '@tereze/operation'
import { listTasks } from '../contract/task.ts'
import { workingRoles } from '../engine/may-work-on.ts'
import { localDate } from '../rules/local-date.ts'
import { listCasesById } from '../store/cases.ts'
import { listInbox, placeOf, readPlace } from '../store/tasks.ts'
import { viewTask } from '../views/view-task.ts'

const usualLimit = 50

/** Lists the tasks of an official's inbox. */
export const listTasksHandler = handle(listTasks, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { actor } = context
    if (actor.kind !== 'official') return { items: [], next: null }
    const all = context.port(packages)
    const today = localDate(context.now, getOrganisation(all, input.organisation).zone)
    const limit = input.limit ?? usualLimit
    const words = (input.search ?? '').trim()
    const tasks = await listInbox(
      context.tx,
      input.organisation,
      {
        list: input.list === 'territory' || input.list === 'search' || input.list === 'delegated' ? 'unit' : input.list,
        official: actor.id,
        roles: workingRoles(all, actor.roles),
        department: actor.unit,
        today,
        words: words === '' ? null : words,
      },
      readPlace(input.after),
      limit + 1,
    )
    const shown = tasks.slice(0, limit)
    const cases = new Map(
      (await listCasesById(context.tx, input.organisation, [...new Set(shown.map(task => task.caseId))])).map(row => [
        row.id,
        row,
      ]),
    )
    const officials = await context.call(listOfficials, { organisation: input.organisation })
    const names = new Map(
      isRefused(officials) ? [] : officials.items.map(official => [official.official, official.name]),
    )
    const items = shown.flatMap(task => {
      const row = cases.get(task.caseId)
      if (row === undefined) return []
      return [viewTask(all, row, task, today, task.holder === null ? null : (names.get(task.holder) ?? null))]
    })
    context.concerns([...cases.values()].map(row => row.person))
    const last = shown.at(-1)
    return { items, next: tasks.length > limit && last ? placeOf(last) : null }
  },
})
