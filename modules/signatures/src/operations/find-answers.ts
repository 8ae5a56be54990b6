import { handle } from '@tereze/foundation-operations'
import { findAnswers } from '../contract/index.ts'
import { listNewestAnswers } from '../store/answers.ts'

/** The newest kept answers. */
export const findAnswersHandler = handle(findAnswers, {
  tenant: () => 'platform',
  async run({ questions }, { tx }) {
    const found = await listNewestAnswers(tx, tx.tenant, questions)
    return { answers: found.map(row => ({ ...row, answer: Buffer.from(row.answer).toString('base64') })) }
  },
})
