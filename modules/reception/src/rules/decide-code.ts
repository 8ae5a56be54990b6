import type { CodeOutcome } from '../contract/visit.ts'

/** How many times a code may be tried. */
export const mostTries = 5
/** How many codes may be sent in a visit: each costs money, and whoever has a wrong number needs no more of them. */
export const mostCodes = 3
/** How long a code holds, milliseconds. */
export const codeLife = 10 * 60_000

/** What comes of a tried code. A right one says nothing more once it is exhausted or old. @param code.tries this one included. */
export function decideCode(
  code: { readonly tries: number; readonly sentAt: Date; readonly right: boolean } | null,
  now: Date,
): CodeOutcome {
  if (code === null) return { outcome: 'expired', left: 0 }
  if (code.tries > mostTries) return { outcome: 'exhausted', left: 0 }
  if (now.getTime() >= code.sentAt.getTime() + codeLife) return { outcome: 'expired', left: 0 }
  if (code.right) return { outcome: 'confirmed', left: 0 }
  const left = mostTries - code.tries
  return { outcome: left === 0 ? 'exhausted' : 'wrong', left }
}
