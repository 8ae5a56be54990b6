import type { ModelDifference } from '@tereze/dmn'
import type { Language } from '@tereze/operation'
import { sayDifference } from './say-difference.ts'

/** A difference of two models in words of a language. */
export function differenceWords(language: Language, difference: ModelDifference): string {
  const say = sayDifference(language)
  if (difference.kind === 'needs') {
    const { decision, added, removed } = difference
    return say('differs.needs', {
      decision,
      added: added.join(', '),
      removed: removed.join(', '),
      adds: added.length === 0 ? 'no' : 'some',
      removes: removed.length === 0 ? 'no' : 'some',
    })
  }
  const filled = Object.fromEntries(
    Object.entries(difference).map(([name, value]) => [name, value === '' ? say('empty') : value]),
  )
  return say(`differs.${difference.kind}`, filled)
}
