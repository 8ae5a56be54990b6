import { canonicalJson, isErased, keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import type { Said } from './say-of-record.ts'

/** Where the body of a message of a topic is sealed. */
export const placeOf = (topic: string, position: number) => `exchange-topic/${topic}/${position}`

/** Seals what is said at a place under the key of the first person it is about; empty where that key was erased. */
export async function sealSaid(
  { tx, port }: Pick<Context, 'tx' | 'port'>,
  topic: string,
  position: number,
  { subjects, data }: Pick<Said, 'subjects' | 'data'>,
): Promise<{ sealedFor: string; body: Uint8Array }> {
  const sealedFor = subjects[0] ?? `member:${tx.tenant}`
  const plain = new TextEncoder().encode(canonicalJson(data))
  const body = await port(keyring).seal(tx, sealedFor, plain, placeOf(topic, position))
  return { sealedFor, body: isErased(body) ? new Uint8Array() : body }
}
