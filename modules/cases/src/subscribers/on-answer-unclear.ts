import { subscriber } from '@tereze/foundation-operations'
import { answerUnclear, askAgain } from '@tereze/notifications/contract'
import { isRefused } from '@tereze/operation'
import { findCase } from '../store/cases.ts'
import { listOpenTasks } from '../store/tasks.ts'

/** An SMS that is no answer is told to its sender while the task waits; afterwards it is nobody's business. */
export const onAnswerUnclear = subscriber({
  name: 'cases.on-answer-unclear',
  on: [answerUnclear],
  tenant: event => event.data.organisation,
  async react({ data }, context) {
    const row = await findCase(context.tx, data.organisation, data.case)
    if (row === null) return
    const tasks = await listOpenTasks(context.tx, row.tenant, row.id)
    if (!tasks.some(({ node, person }) => node === data.task && person === data.person)) return
    const { sms, ...ask } = data
    const asked = await context.call(askAgain, { ...ask, key: `again/sms/${sms}` })
    if (isRefused(asked)) throw new Error(`asking again in ${row.id}: ${asked.code}`)
  },
})
