import type { Json } from '@tereze/feel'
import type { SayDecision } from './say-decision.ts'

/** A value in words: yes and no, lists with commas, entries of contexts as `name: value`. */
export function shownValue(say: SayDecision, value: Json | undefined): string {
  if (value === null || value === undefined) return say('try.nothing')
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
  if (Array.isArray(value))
    return value.length === 0 ? say('try.nothing') : value.map(item => shownValue(say, item)).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, held]) => `${name}: ${shownValue(say, held)}`)
      .join('; ')
  return String(value)
}
