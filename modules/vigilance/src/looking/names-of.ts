import type { Tx } from '@tereze/foundation-database'
import { erasedPseudonym, type Keys } from '@tereze/foundation-keys'

/** The names of persons in the audit log of the transaction's tenant; those whose key was erased have none. */
export async function namesOf(
  tx: Tx,
  keys: Pick<Keys, 'pseudonyms'>,
  persons: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = await keys.pseudonyms(tx, persons)
  return new Map([...names].filter(([, name]) => name !== erasedPseudonym))
}
