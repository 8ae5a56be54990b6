import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { leakNotFound, leakPersonsUnnamed, leakTellingBegun, tellLeakPersons } from '../contract/index.ts'
import { insertTelling } from '../store/leak-persons.ts'
import { findLeak } from '../store/leaks.ts'

/** Begins to tell the persons of a leak; a job hands them on in portions. */
export const tellLeakPersonsHandler = handle(tellLeakPersons, {
  tenant: input => input.organisation,
  async run({ organisation, leak, words }, { tx, now, actor }) {
    const found = await findLeak(tx, organisation, leak)
    if (found === null) return refuse(leakNotFound, { pointer: '/leak' })
    if (found.named === 0) return refuse(leakPersonsUnnamed, { pointer: '/leak' })
    if (!(await insertTelling(tx, leak, { words, by: actor.id, at: now }))) return refuse(leakTellingBegun)
    return { persons: found.named }
  },
})
