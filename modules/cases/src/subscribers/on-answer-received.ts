import { subscriber } from '@tereze/foundation-operations'
import { answerReceived, askAgain, getAnswer } from '@tereze/notifications/contract'
import { isRefused } from '@tereze/operation'
import { caseContext } from '../engine/case-context.ts'
import { beginRun, endRun, note } from '../engine/case-run.ts'
import { checkSignature } from '../engine/check-signature.ts'
import { completeWith } from '../engine/complete.ts'
import { readAt, writeAt } from '../rules/pointer.ts'
import { lockCase } from '../store/cases.ts'
import { listOpenTasks } from '../store/tasks.ts'

/** A person's SMS answers the task that asked: the value goes into the field the notice named, the rest is what is known. */
export const onAnswerReceived = subscriber({
  name: 'cases.on-answer-received',
  on: [answerReceived],
  tenant: event => event.data.organisation,
  async react(event, context) {
    const row = await lockCase(context.tx, event.data.case)
    if (row === null) return
    const tasks = await listOpenTasks(context.tx, row.tenant, row.id)
    const task = tasks.find(candidate => candidate.node === event.data.task && candidate.person === event.data.person)
    if (task === undefined) return
    const answer = await context.call(getAnswer, { organisation: event.data.organisation, answer: event.data.answer })
    if (isRefused(answer)) throw new Error(`answer ${event.data.answer}: ${answer.code}`)
    const run = beginRun(context, row)
    const field = answer.field ?? ''
    const parent = field.split('/').slice(0, 2).join('/')
    const known = readAt(caseContext(run), parent)
    const beside = parent !== field && typeof known === 'object' && known !== null ? writeAt({}, parent, known) : {}
    // A message is not signed.
    const refused = await completeWith(run, task, writeAt(beside, field, answer.value), 'answered', answered =>
      checkSignature(run, task, answered, undefined),
    )
    await note(run, refused === null ? 'timeline.answered-by-sms' : 'timeline.sms-not-enough', 'you')
    if (refused !== null) {
      const { answer: id, ...ask } = event.data
      const asked = await context.call(askAgain, { ...ask, wrong: 'misfit', key: `again/answer/${id}` })
      if (isRefused(asked)) throw new Error(`asking again in ${row.id}: ${asked.code}`)
    }
    await endRun(run)
  },
})
