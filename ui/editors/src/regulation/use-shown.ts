import { partAt, readAt } from '@tereze/regulation'
import { useDesk } from './desk.ts'
import { shownValue } from './shown-value.ts'
import { valueWord } from './words.ts'

/** Shows values as words of the screen's language; with the place at which a value stands, choices and bodies by what they are called. */
export function useShown(): (value: unknown, pointer?: string) => string {
  const { say, language, around, regulation } = useDesk()
  const own = (value: unknown) =>
    shownValue(value, language, { yes: say('yes'), no: say('no'), none: say('compare.absent') })
  return (value, pointer = '') => {
    const part = partAt(pointer)
    const member = pointer.slice(pointer.lastIndexOf('/') + 1)
    const list = Array.isArray(value) ? value : [value]
    if (typeof list[0] !== 'string') return own(value)
    if (part?.kind === 'choice' || part?.kind === 'choices')
      return list.map(one => (part.values.includes(one) ? say(valueWord(member, one)) : own(one))).join('; ')
    const jurisdiction = String(readAt(regulation, '/jurisdiction'))
    const key = part?.kind === 'act' ? `${jurisdiction}/${String(value)}` : String(value)
    return around?.names[key]?.[language] ?? own(value)
  }
}
