import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { leakNotFound, listLeakPersons } from '../contract/index.ts'
import { listPersonsOf } from '../store/leak-persons.ts'
import { findLeak } from '../store/leaks.ts'

const usualLimit = 50

/** Lists the persons of a leak. It names persons: the look is an access itself. */
export const listLeakPersonsHandler = handle(listLeakPersons, {
  tenant: input => input.organisation,
  async run({ organisation, leak, after, limit = usualLimit }, { tx, concerns }) {
    if ((await findLeak(tx, organisation, leak)) === null) return refuse(leakNotFound, { pointer: '/leak' })
    const found = await listPersonsOf(tx, organisation, leak, after ?? null, limit + 1)
    const items = found.slice(0, limit)
    concerns(items.map(({ person }) => person))
    return {
      items: items.map(({ person, foundBy, namedAt, namedBy, toldAt, message }) => ({
        person,
        foundBy,
        named: { at: namedAt, by: namedBy },
        told: toldAt === null || message === null ? null : { at: toldAt, message },
      })),
      next: found.length > limit ? (items.at(-1)?.person ?? null) : null,
    }
  },
})
