import { keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import type { FoundPersons } from '../ports/record-persons.ts'
import { type LookedBy, sealedLines } from '../ports/sealed-lines.ts'

/** Keys of persons that one part of the answer goes through. */
const part = 500

/**
 * Persons whose data an actor looked at, by the access log. The log speaks of persons under names that follow from their keys, so the
 * persons of the organisation are gone through in the order of their ids, a part at a time.
 */
export async function lookedAt(
  { tx, port }: Context,
  organisation: string,
  by: LookedBy,
  after: string | null,
): Promise<FoundPersons> {
  const known = await port(keyring).listPseudonyms(tx, organisation, after, part)
  const seen = new Set(
    await port(sealedLines).lookedAt(
      tx,
      organisation,
      by,
      known.map(({ pseudonym }) => pseudonym),
    ),
  )
  return {
    persons: known.filter(({ pseudonym }) => seen.has(pseudonym)).map(({ person }) => person),
    unknown: [],
    next: known.length === part ? (known.at(-1)?.person ?? null) : null,
  }
}
