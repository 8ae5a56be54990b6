import { isErased, keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import type { TopicMessage } from '../contract/topic.ts'
import { listPublications } from '../store/publications.ts'
import { sealedAt } from './seal-said.ts'

/** What was read of a topic, and the place to go on after. */
export interface ReadPublications {
  readonly items: readonly TopicMessage[]
  readonly position: number
}

/** Opens what the transaction's organisation said on a topic after a place, in order; what is about erased persons only is left out. */
export async function readPublications(
  { tx, port }: Pick<Context, 'tx' | 'port'>,
  topic: string,
  after: number,
  limit: number,
): Promise<ReadPublications> {
  const items: TopicMessage[] = []
  const found = await listPublications(tx, tx.tenant, topic, after, limit)
  for (const publication of found) {
    const { position, event, key, version, subjects, sealedFor, body, at, files, withoutFiles } = publication
    if (body.length === 0) continue
    const opened = await port(keyring).open(tx, tx.tenant, sealedFor, body, sealedAt(publication))
    if (isErased(opened)) continue
    const data = JSON.parse(new TextDecoder().decode(opened)) as unknown
    items.push({
      ...{ position, event, key, version, at, subjects: [...subjects], data },
      ...(files === null ? {} : { files: [...files] }),
      ...(withoutFiles === null ? {} : { withoutFiles }),
    })
  }
  return { items, position: found.at(-1)?.position ?? after }
}
