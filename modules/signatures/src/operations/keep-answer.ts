import { handle } from '@tereze/foundation-operations'
import { keepAnswer } from '../contract/index.ts'
import { insertAnswer } from '../store/answers.ts'

/** Keeps what an authority answered. */
export const keepAnswerHandler = handle(keepAnswer, {
  tenant: () => 'platform',
  async run(input, { tx, ids, now }) {
    const id = ids.newId('answer')
    await insertAnswer(tx, { ...input, id, answer: Buffer.from(input.answer, 'base64'), now })
    return { answer: id }
  },
})
