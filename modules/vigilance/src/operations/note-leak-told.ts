import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { leakNotFound, noteLeakTold } from '../contract/index.ts'
import { decideTold } from '../rules/decide-told.ts'
import { updateDoneByTelling, updateTold } from '../store/leak-persons.ts'
import { findLeak } from '../store/leaks.ts'

/** Notes by which message a person was told; the last one stops the clock of the law. */
export const noteLeakToldHandler = handle(noteLeakTold, {
  tenant: input => input.organisation,
  async run({ organisation, leak, person, message }, { tx, now, actor, concerns }) {
    if ((await findLeak(tx, organisation, leak)) === null) return refuse(leakNotFound, { pointer: '/leak' })
    concerns([person])
    const counts = await updateTold(tx, leak, { person, message, at: now })
    if (counts !== null && decideTold(counts))
      updateDoneByTelling(tx, leak, { by: actor.id, at: now, told: counts.told })
    return { leak }
  },
})
