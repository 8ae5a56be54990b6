import type { DocumentBlock, DocumentLine } from '@tereze/documents/contract'
import type { Delivered } from '@tereze/notifications/contract'
import type { Text } from '@tereze/operation'
import { writeInstant } from '@tereze/wording'
import { mapText, ownText, sameText } from './words.ts'

/** What the evidence of a delivery is made from. Instants are ISO 8601 in UTC; `zone` is that of the organisation. */
export interface DeliveryFacts {
  /** Number of the case. */
  readonly number: string
  /** Title of the message. */
  readonly title: Text
  /** SHA-256 of its texts, in hex. */
  readonly hash: string
  readonly sentAt: string
  readonly readAt: string | null
  readonly delivered: Delivered
  /** The provision by which it counts as delivered, in words. */
  readonly ground: Text
  readonly zone: string
}

const line = (key: string, value: Text): DocumentLine => ({ label: ownText(`delivery.paper.${key}`), value })

/**
 * The evidence of a delivery: title, lines of the public check, page. The public check tells when and by what a message with this hash was
 * delivered about which case; what it said and to whom it went stand in what is signed, not there.
 */
export function composeDelivery(of: DeliveryFacts): { title: Text; lines: DocumentLine[]; blocks: DocumentBlock[] } {
  const { number, title, hash, sentAt, readAt, delivered, ground, zone } = of
  const instant = (at: string) => mapText(language => writeInstant(at, language, zone))
  const lines = [
    line('case', sameText(number)),
    line('hash', sameText(hash)),
    line('placed', instant(sentAt)),
    line('opened', readAt === null ? ownText('delivery.paper.unopened') : instant(readAt)),
    ...(delivered.at === null ? [] : [line('delivered', instant(delivered.at))]),
    line('by', ownText(`delivery.paper.by-${delivered.by ?? 'term'}`)),
    line('ground', ground),
  ]
  return {
    title: ownText('delivery.paper.title'),
    lines,
    blocks: [
      { kind: 'text', text: ownText('delivery.paper.text') },
      { kind: 'fields', fields: [line('message', title), ...lines] },
    ],
  }
}
