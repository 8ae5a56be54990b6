import { useDesk } from './desk.ts'
import { shownValue } from './shown-value.ts'

/** Shows values as words of the screen's language. */
export function useShown(): (value: unknown) => string {
  const { say, language } = useDesk()
  return value => shownValue(value, language, { yes: say('yes'), no: say('no'), none: say('compare.absent') })
}
