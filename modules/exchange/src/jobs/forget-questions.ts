import { job } from '@tereze/foundation-operations'
import { forgetOutsideCalls, listForgetful } from '../store/outside-calls.ts'

/** For how long a question to a member's own system is kept whose answer nobody fetched, milliseconds: longer than any queue tries. */
const keptFor = 90 * 86_400_000

/** Forgets questions to own systems, and their answers, that nobody fetched in ninety days; their rows stay and say so. */
export const forgetQuestions = job({
  name: 'exchange.forget-questions',
  every: 3_600_000,
  patient: true,
  async run({ database, clock, write }) {
    const before = new Date(clock.now().getTime() - keptFor)
    let forgotten = 0
    for (const tenant of await listForgetful(database, before))
      forgotten += await write(tenant, ({ tx, now }) => forgetOutsideCalls(tx, before, now))
    return forgotten
  },
})
