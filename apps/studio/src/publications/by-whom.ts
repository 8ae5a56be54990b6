import type { Colleague } from '@tereze/studio/contract'
import type { Words } from '../words/words.ts'

/** When somebody did something and their name, for a text. */
export function byWhom(
  words: Words,
  step: { readonly by: Colleague; readonly at: string },
): { moment: string; name: string } {
  const name = step.by.name === null ? words.say('here.somebody') : words.name(step.by.name)
  return { moment: words.moment(step.at, { year: false }), name }
}
