import { handle } from '@tereze/foundation-operations'
import { answerReceived, answerUnclear, contacts, receiveSms } from '../contract/index.ts'
import { findWrong, matchAnswer } from '../rules/match-answer.ts'
import { insertAnswer } from '../store/answers.ts'
import { listAsks } from '../store/messages.ts'

const asksLookedAt = 20

/** Finds what an SMS answers and tells the one who asked. An SMS that answers nothing is not taken and not kept; who asked learns what was wrong. */
export const receiveSmsHandler = handle(receiveSms, {
  tenant: () => 'platform',
  async run(input, context) {
    const persons = await context.port(contacts).findByPhone(context, input.from)
    const asks = persons.length === 0 ? [] : await listAsks(context.tx, persons, asksLookedAt)
    const answered = matchAnswer(input.text, asks)
    if (answered === null) {
      const unclear = findWrong(input.text, asks)
      if (unclear !== null) {
        const { person, organisation, task } = unclear.ask
        context.concerns([person])
        await context.emit(answerUnclear, {
          subject: unclear.ask.case,
          data: { sms: input.id, person, organisation, case: unclear.ask.case, task, wrong: unclear.wrong },
        })
      }
      return { taken: false }
    }
    const { ask } = answered
    context.concerns([ask.person])
    const id = context.ids.newId('answer')
    const isNew = await insertAnswer(context.tx, {
      ...answered,
      id,
      gatewayId: input.id,
      text: input.text,
      now: context.now,
    })
    if (isNew) {
      const { person, organisation, task } = ask
      await context.emit(answerReceived, {
        subject: ask.case,
        data: { answer: id, person, organisation, case: ask.case, task },
      })
    }
    return { taken: true }
  },
})
