import { zxcvbn, zxcvbnOptions } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import { passwordShort, passwordWeak } from '../contract/index.ts'

/** Shortest password (NIST SP 800-63B §3.1.1.2 asks for eight beside a second factor, fifteen without; a code may be added to ours). */
export const shortestPassword = 12
/** Judged are so many letters: longer ones cost time and change nothing. */
const judged = 72
/** Guesses that a password has to withstand, as a power of ten. */
const guessesLog10 = 10

/** Words that somebody thinks of first who chooses a password for this place: of its name, what it is and whom it serves, in its languages. */
const wordsOfThePlace = [
  'tereze',
  'терезе',
  'egov',
  'government',
  'portal',
  'services',
  'workplace',
  'официальный',
  'портал',
  'госуслуги',
  'государство',
  'услуги',
  'қызмет',
  'мемлекет',
  'үкімет',
]

zxcvbnOptions.setOptions({ dictionary: common.dictionary, graphs: common.adjacencyGraphs })

/**
 * What is wrong with a new password; null when nothing is. Refused is what breaches have shown to be common, what follows a pattern, and
 * what repeats the own names or those of this place: whatever the letters, not which kinds of them there are.
 */
export function decidePassword(
  password: string,
  own: readonly string[],
): typeof passwordShort | typeof passwordWeak | null {
  if ([...password].length < shortestPassword) return passwordShort
  return zxcvbn(password.slice(0, judged), [...own, ...wordsOfThePlace]).guessesLog10 < guessesLog10
    ? passwordWeak
    : null
}
