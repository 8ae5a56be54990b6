import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import type { Static } from 'typebox'
import { caseNotFound } from '../contract/case.ts'
import { getHistory, type HistoryStep } from '../contract/task.ts'
import { findCase } from '../store/cases.ts'
import { listInstances } from '../store/instances.ts'
import { listHistory, listIncidents } from '../store/records.ts'
import { listOpenTasks } from '../store/tasks.ts'

/** The way of a case through its processes. */
export const getHistoryHandler = handle(getHistory, {
  tenant: input => input.organisation,
  async run(input, context) {
    const { tx } = context
    const row = await findCase(tx, input.organisation, input.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/case' })
    const processes = new Map((await listInstances(tx, row.tenant, row.id)).map(one => [one.id, one.package]))
    const history = await listHistory(tx, row.tenant, row.id)
    context.concerns([row.person])
    return {
      deadline: row.deadline,
      steps: history.map(({ instance, what, element, stage }) => ({
        process: processes.get(instance) ?? '',
        what: what as Static<typeof HistoryStep>['what'],
        element,
        stage,
      })),
      tasks: (await listOpenTasks(tx, row.tenant, row.id)).map(({ id, node, role }) => ({ task: id, node, role })),
      incidents: await listIncidents(tx, row.tenant, row.id),
    }
  },
})
