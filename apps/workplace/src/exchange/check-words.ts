import type { RevocationCheck } from '@tereze/exchange/contract'
import type { Words } from '../words/words.ts'

/** What the authority of a certificate says of it, in words; why it says nothing new goes before what it said. */
export function checkWords(check: RevocationCheck, words: Pick<Words, 'say' | 'moment'>): string {
  if (check.fault !== null && check.since !== null)
    return words.say('certificates.check.fault', {
      time: words.moment(check.since),
      fault: words.say(`authorities.fault.${check.fault}`),
    })
  return check.saidAt === null
    ? words.say('certificates.check.unasked')
    : words.say('certificates.check.good', { time: words.moment(check.saidAt) })
}
