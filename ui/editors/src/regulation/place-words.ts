import { isObject, readAt, stepsOf } from '@tereze/regulation'
import type { Language } from '@tereze/ui-components'
import type { Say } from '../say.ts'
import { summaryOf } from './summary-of.ts'
import { isWord, memberWord, type WordId } from './words.ts'

/** A place of a regulation in words: members by what they are called, elements by what they say; elements may be named by id or position. */
export function placeWords(regulation: unknown, pointer: string, say: Say<WordId>, language: Language): string {
  let part: unknown = regulation
  let owner = ''
  const words: string[] = []
  for (const step of stepsOf(pointer)) {
    if (Array.isArray(part)) {
      const index = part.findIndex(one => isObject(one) && one.id === step)
      part = part[index < 0 ? Number(step) : index]
      words.push(summaryOf(part, language) || step)
      continue
    }
    const special = [`language.${step}`, `unit.${step}`].find(isWord)
    words.push(special === undefined ? say(memberWord(owner, step)) : say(special as WordId))
    owner = step
    part = readAt(part, `/${step}`)
  }
  return words.join(' › ')
}
