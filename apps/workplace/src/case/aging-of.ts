import type { Words } from '../words/words.ts'
import { valueLines } from './value-lines.ts'
import type { Fact } from './view.ts'

/** How a fact has aged, in words: what its source said before it was asked again, that it may have changed since, that nothing came. */
export function agingOf({ before, fault, stale }: Fact, words: Words): readonly string[] {
  const lines: string[] = []
  if (before !== undefined) {
    const day = words.day(before.at, { short: true })
    const said = valueLines(before.value, before.as, words).join(' · ')
    lines.push(said === '' ? words.say('facts.appeared', { day }) : words.say('facts.changed', { day, before: said }))
  }
  if (stale) lines.push(words.say(fault === undefined ? 'facts.stale' : 'facts.not-renewed'))
  return lines
}
