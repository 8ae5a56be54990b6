import type { Difference } from '@tereze/studio/contract'
import { isMessageId } from '../words/messages.ts'
import type { Words } from '../words/words.ts'

/** What was looked at, as the bench names it, with what it is about: `status of document notice`, `step 2`, `benefit: outcome`. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/^record in (.+)$/, 'record'],
  [/^case of (.+)$/, 'case-of'],
  [/^version of document (.+)$/, 'document-version'],
  [/^status of document (.+)$/, 'document-status'],
  [/^data of document (.+)$/, 'document-data'],
  [/^step (\d+)$/, 'step'],
]

/** What is other than the story says, in words: `Outcome`, `Step 2`. */
export function whatInWords(words: Words, what: string): string {
  const own = /^([a-z0-9-]+): (.+)$/.exec(what)
  if (own !== null) return `${own[1]}: ${whatInWords(words, own[2] ?? '')}`
  for (const [shape, name] of shapes) {
    const found = shape.exec(what)
    const key = `difference.${name}`
    if (found !== null && isMessageId(key)) return words.say(key, { name: found[1] ?? '' })
  }
  const key = `difference.${what.replaceAll(' ', '-')}`
  return isMessageId(key) ? words.say(key) : what
}

/** A value of a case in words: a status or outcome, a list, an amount; whatever else as it is written. */
export function valueInWords(words: Words, value: unknown): string {
  if (value === null || value === undefined || value === 'none') return words.say('value.none')
  if (Array.isArray(value))
    return value.length === 0 ? words.say('value.none') : value.map(one => valueInWords(words, one)).join(', ')
  if (typeof value === 'string') {
    const key = `value.${value}`
    return isMessageId(key) ? words.say(key) : value
  }
  if (typeof value !== 'object') return String(value)
  const { amount, currency, id, code, pointer } = value as Record<string, unknown>
  if (typeof amount === 'string' && typeof currency === 'string') return `${amount} ${currency}`
  if (typeof code === 'string') return typeof pointer === 'string' && pointer !== '' ? `${code} (${pointer})` : code
  if (typeof id === 'string' && Object.keys(value).length <= 2) return id
  return JSON.stringify(value)
}

/** A difference in one sentence. */
export function differenceInWords(words: Words, { what, expected, found }: Difference): string {
  if (what === 'error') return words.say('difference.error', { name: valueInWords(words, found) })
  return words.say('bench.difference', {
    what: whatInWords(words, what),
    expected: valueInWords(words, expected),
    found: valueInWords(words, found),
  })
}

/** A step of a story, as far as its kind has words. */
export function stepInWords(words: Words, step: Readonly<Record<string, unknown>>): string {
  const who = String(step.who ?? '')
  const kind = Object.keys(step).find(key => isMessageId(`step.${key}`)) ?? 'other'
  const value = step[kind]
  const key = `step.${kind}`
  const told = isMessageId(key) ? words.say(key, { who, what: typeof value === 'string' ? value : '' }) : who
  return typeof step.at === 'string' ? `${words.say('step.later', { period: step.at })} ${told}` : told
}
