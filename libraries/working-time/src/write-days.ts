import type { Language } from '@tereze/operation'
import { addDays, type CivilDate, dayNumber } from './civil.ts'

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru', kk: 'kk' }
const formats = new Map<Language, Intl.DateTimeFormat>()

function dayAndMonth(date: CivilDate, language: Language): string {
  let format = formats.get(language)
  if (!format) {
    format = new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'long', timeZone: 'UTC' })
    formats.set(language, format)
  }
  return format.format(dayNumber(date) * 86_400_000)
}

function writeRun([first, last]: readonly [CivilDate, CivilDate], language: Language): string {
  const end = dayAndMonth(last, language)
  if (first === last) return end
  const sameMonth = first.slice(0, 7) === last.slice(0, 7)
  const between = addDays(first, 1) === last && sameMonth ? ', ' : sameMonth ? '–' : ' – '
  return `${sameMonth ? Number(first.slice(8)) : dayAndMonth(first, language)}${between}${end}`
}

/** Days in words, runs of them together: `7–10 March, 21 March`; `7–10 марта, 21 марта`; `7–10 наурыз, 21 наурыз`. */
export function writeDays(
  stretches: readonly (readonly [from: CivilDate, to: CivilDate])[],
  language: Language,
): string {
  const runs: [CivilDate, CivilDate][] = []
  for (const [from, to] of stretches.toSorted(([a], [b]) => a.localeCompare(b))) {
    const last = runs.at(-1)
    if (last !== undefined && from <= addDays(last[1], 1)) last[1] = to > last[1] ? to : last[1]
    else runs.push([from, to])
  }
  return runs.map(run => writeRun(run, language)).join(', ')
}
