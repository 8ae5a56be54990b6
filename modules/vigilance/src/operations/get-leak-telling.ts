import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { getLeakTelling, leakNotFound } from '../contract/index.ts'
import { findLeak } from '../store/leaks.ts'

/** Gives what the persons of a leak are told. */
export const getLeakTellingHandler = handle(getLeakTelling, {
  tenant: input => input.organisation,
  async run({ organisation, leak }, { tx }) {
    const found = await findLeak(tx, organisation, leak)
    if (found === null || found.telling === null) return refuse(leakNotFound, { pointer: '/leak' })
    return { known: found.knownAt, words: found.telling.words }
  },
})
