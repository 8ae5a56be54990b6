import type { DocumentCard } from '../contract/index.ts'
import type { NamedThing } from '../ports/seals.ts'

/** A document as it is noted with the seal that signs it. */
export function sealedThing({
  document,
  reference,
  title,
}: Pick<DocumentCard, 'document' | 'reference' | 'title'>): NamedThing {
  return { subject: document, number: reference, title }
}
