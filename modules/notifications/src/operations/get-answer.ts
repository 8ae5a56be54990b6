import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getAnswer, messageNotFound } from '../contract/index.ts'
import { findAnswer } from '../store/answers.ts'

/** Gives an SMS answer to the organisation that asked. */
export const getAnswerHandler = handle(getAnswer, {
  tenant: input => input.organisation,
  async run(input, context) {
    const answer = await findAnswer(context.tx, input.organisation, input.answer)
    if (answer === null) return refuse(messageNotFound, { pointer: '/answer' })
    context.concerns([answer.person])
    return answer
  },
})
