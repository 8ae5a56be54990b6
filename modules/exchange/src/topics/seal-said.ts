import { canonicalJson, isErased, keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import type { Said } from './say-of-record.ts'

/** Where the body of a message of a topic is sealed. */
export const placeOf = (topic: string, position: number) => `exchange-topic/${topic}/${position}`

/** Where what the files of a message are made from is sealed. */
export const placeOfDrafts = (topic: string, position: number) => `exchange-topic-files/${topic}/${position}`

/** Seals what is said at a place under the key of the first person it is about; empty and without files where that key was erased. */
export async function sealSaid(
  { tx, port }: Pick<Context, 'tx' | 'port'>,
  topic: string,
  position: number,
  { subjects, data, drafts }: Pick<Said, 'subjects' | 'data' | 'drafts'>,
): Promise<{ sealedFor: string; body: Uint8Array; drafts: Uint8Array | null }> {
  const sealedFor = subjects[0] ?? `member:${tx.tenant}`
  const plain = new TextEncoder().encode(canonicalJson(data))
  const body = await port(keyring).seal(tx, sealedFor, plain, placeOf(topic, position))
  if (isErased(body)) return { sealedFor, body: new Uint8Array(), drafts: null }
  if (drafts.length === 0) return { sealedFor, body, drafts: null }
  const made = new TextEncoder().encode(canonicalJson(drafts))
  const sealed = await port(keyring).seal(tx, sealedFor, made, placeOfDrafts(topic, position))
  return { sealedFor, body, drafts: isErased(sealed) ? null : sealed }
}
