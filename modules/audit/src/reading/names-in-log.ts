import type { Reader } from '@tereze/foundation-database'
import type { Keys } from '@tereze/foundation-keys'

/** The names under which the logs of all organisations speak of somebody: pseudonyms, and the id itself in lines that are older than they. */
export async function namesInLog(reader: Reader, keys: Pick<Keys, 'pseudonymsOf'>, person: string): Promise<string[]> {
  return [person, ...(await keys.pseudonymsOf(reader, person))]
}
