import type { SealUses } from '@tereze/signatures/contract'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'

/** How much a seal signed and since when, in a sentence: what its revocation would concern. */
export function UsesCount({ of: { things, signatures, firstAt, lastAt } }: { of: SealUses }): ReactNode {
  const words = useWords()
  if (firstAt === null || lastAt === null) return words.say('seals.uses-none')
  return words.say('seals.uses-count', { things, signatures, first: words.moment(firstAt), last: words.moment(lastAt) })
}
