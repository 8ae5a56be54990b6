import type { Keys } from '@tereze/foundation-keys'
import type { Auditor } from '@tereze/foundation-operations'
import { personsIn, withoutPersons } from './rules/without-persons.ts'
import { insertLines } from './store/lines.ts'

/**
 * The audit trail, bound to foundation's Auditor: lines commit with what they tell of, and are never changed. Persons stand in them under
 * pseudonyms of their keys: erasing a person's key leaves the log whole, and nobody can tell whom it speaks of.
 */
export function createAuditor(keys: Pick<Keys, 'pseudonyms'>): Auditor {
  return {
    async append(tx, lines) {
      if (lines.length === 0) return
      const pseudonyms = await keys.pseudonyms(tx, personsIn(lines))
      await insertLines(
        tx,
        lines.map(line => withoutPersons(line, pseudonyms)),
      )
    },
  }
}
