import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { caseNotFound, taskNotFound } from '../contract/case.ts'
import { listColleagues } from '../contract/handing.ts'
import { colleaguesOf, officeOf } from '../engine/colleagues.ts'
import { asGivenBack, isFitFor } from '../engine/may-work-on.ts'
import { othersThan } from '../engine/other-person.ts'
import { findCase } from '../store/cases.ts'
import { findOpenTask } from '../store/tasks.ts'

/** Lists those who work for the organisation; of a task only those who may do it. */
export const listColleaguesHandler = handle(listColleagues, {
  tenant: input => input.organisation,
  async run({ organisation, about }, context) {
    const colleagues = await colleaguesOf(context, organisation)
    const view = (some: typeof colleagues) => ({
      items: some.map(({ official, name, unit, roles }) => ({ official, name, unit, roles })),
    })
    if (about === undefined) return view(colleagues)
    const row = await findCase(context.tx, organisation, about.case)
    if (row === null) return refuse(caseNotFound, { pointer: '/about/case' })
    const task = await findOpenTask(context.tx, organisation, row.id, about.task)
    if (task === null) return refuse(taskNotFound, { pointer: '/about/task' })
    const all = context.port(packages)
    const work = asGivenBack(all, task, row)
    const fit = colleagues.filter(colleague => isFitFor(all, officeOf(colleague), work, row))
    return view(await othersThan(context, row, task, fit))
  },
})
