import type { RefusalDefinition } from '@tereze/operation'
import { codeExhausted, codeExpired, codeUsed, codeWrong } from '../contract/index.ts'

/** How many times a code may be tried. */
export const mostTries = 5
/** How long a code holds, milliseconds. */
export const codeLife = 5 * 60_000

/** A code that was tried just now. */
export interface TriedCode {
  /** Tries so far, this one included. */
  readonly tries: number
  readonly sentAt: Date
  readonly used: boolean
  readonly right: boolean
}

/** Whether a tried code signs in: null when it does. A right code says nothing more once it is exhausted or old. */
export function decideCode(code: TriedCode, now: Date): RefusalDefinition | null {
  if (code.used) return codeUsed
  if (code.tries > mostTries) return codeExhausted
  if (now.getTime() >= code.sentAt.getTime() + codeLife) return codeExpired
  if (code.right) return null
  return code.tries === mostTries ? codeExhausted : codeWrong
}

/** How many guessed-at codes pause an account, and over which time, milliseconds. */
export const guessing = { codes: 3, within: 15 * 60_000 } as const
