import { findOrganisation, getOrganisation, packages } from '@tereze/catalogue/contract'
import { handle, localDate } from '@tereze/foundation-operations'
import { listTasks } from '../contract/task.ts'
import { colleaguesOf, namesOf } from '../engine/colleagues.ts'
import { ledRoles, mayDo, unitsOf, workingRoles } from '../engine/may-work-on.ts'
import { searchKey } from '../rules/search-key.ts'
import { decideScope } from '../rules/task-scope.ts'
import { listListedCases } from '../store/cases.ts'
import { listInbox, placeOf, readPlace } from '../store/inbox.ts'
import { viewTask } from '../views/view-task.ts'

const usualLimit = 50

/** Lists the tasks of an official. */
export const listTasksHandler = handle(listTasks, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { actor } = context
    if (actor.kind !== 'official') return { items: [], next: null }
    const all = context.port(packages)
    const { organisation, after, limit = usualLimit, ...criteria } = input
    const today = localDate(context.now, getOrganisation(all, organisation).zone)
    const home = findOrganisation(all, organisation)?.departments.find(({ id }) => id === actor.unit)?.territory ?? null
    const limits = {
      roles: [...new Set([...workingRoles(all, actor.roles), ...ledRoles(all, actor.roles)])],
      units: unitsOf(all, organisation, actor.unit),
      territory: actor.territory ?? null,
    }
    const scope = decideScope(limits, criteria, actor.territory ?? home)
    if (scope === null) return { items: [], next: null }
    const words = searchKey(criteria.search ?? '')
    const tasks = await listInbox(
      context.tx,
      organisation,
      { criteria, official: actor.id, scope, today, words: words === '' ? null : words, limit: limit + 1 },
      readPlace(after),
    )
    const shown = tasks.slice(0, limit)
    const ids = [...new Set(shown.map(task => task.caseId))]
    const cases = new Map((await listListedCases(context.tx, organisation, ids)).map(row => [row.id, row]))
    const officials = shown.flatMap(task => [task.holder, task.answerable, task.endedBy]).filter(id => id !== null)
    const names = namesOf(officials.length === 0 ? [] : await colleaguesOf(context, organisation, officials))
    const items = shown.flatMap(task => {
      const row = cases.get(task.caseId)
      return row === undefined ? [] : [viewTask(all, row, task, today, names, mayDo(all, actor, task, row))]
    })
    context.concerns([...cases.values()].map(row => row.person))
    const last = shown.at(-1)
    return { items, next: tasks.length > limit && last ? placeOf(last) : null }
  },
})
