import { canonicalJson, isErased, keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import type { NewPublication, Publication } from '../store/publications.ts'
import type { Said } from './say-of-record.ts'

/** A version of a record, or that it is gone, on a topic: it is told once. */
type Told = Pick<Publication, 'topic' | 'event' | 'key' | 'version'>

const versionOf = ({ topic, event, key, version }: Told) => `${topic}/${key}/${version ?? event}`

/** Where the body of a message of a topic is sealed: at its version of the record; at its place, if it is an old one. */
export function sealedAt(told: Told & Pick<Publication, 'position' | 'sealedByRecord'>): string {
  return `exchange-topic/${told.sealedByRecord ? versionOf(told) : `${told.topic}/${told.position}`}`
}

/** Where what the files of a message are made from is sealed. */
export const sealedDraftsAt = (told: Told) => `exchange-topic-files/${versionOf(told)}`

/**
 * Seals what is said of a record under the key of the first person it is about; empty and without files where that key was erased. Its place
 * on the topic need not be known yet.
 */
export async function sealSaid(
  { tx, port }: Pick<Context, 'tx' | 'port'>,
  told: Pick<NewPublication, 'topic' | 'event' | 'key' | 'at'>,
  { version, subjects, data, drafts }: Said,
): Promise<NewPublication> {
  const sealedFor = subjects[0] ?? `member:${tx.tenant}`
  const said = { ...told, version, subjects, sealedFor }
  const plain = new TextEncoder().encode(canonicalJson(data))
  const body = await port(keyring).seal(tx, sealedFor, plain, sealedAt({ ...said, position: 0, sealedByRecord: true }))
  if (isErased(body)) return { ...said, body: new Uint8Array(), drafts: null }
  if (drafts.length === 0) return { ...said, body, drafts: null }
  const made = new TextEncoder().encode(canonicalJson(drafts))
  const sealed = await port(keyring).seal(tx, sealedFor, made, sealedDraftsAt(said))
  return { ...said, body, drafts: isErased(sealed) ? null : sealed }
}
