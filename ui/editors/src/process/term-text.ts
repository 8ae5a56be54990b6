/** How a term is counted. */
export type TermUnit = 'workingDays' | 'calendarDays' | 'feel' | 'none'

/** A term as a form shows it: a number of days, or FEEL. */
export interface TermParts {
  readonly unit: TermUnit
  readonly text: string
}

/** The parts of a term as it is written: `{"workingDays":10}`, `= hearing.within`; anything else is FEEL. */
export function termParts(term: string | undefined): TermParts {
  if (term === undefined || term.trim() === '') return { unit: 'none', text: '' }
  const days = /^\{\s*"(workingDays|calendarDays)"\s*:\s*(\d+)\s*\}$/u.exec(term)
  if (days?.[1] !== undefined && days[2] !== undefined) return { unit: days[1] as TermUnit, text: days[2] }
  return { unit: 'feel', text: term.replace(/^=\s*/u, '') }
}

/** A term as it is written; null: none. A number that is none is taken for one day. */
export function termText({ unit, text }: TermParts): string | null {
  if (unit === 'none') return null
  if (unit === 'feel') return text.trim().startsWith('{') ? text.trim() : `= ${text.trim()}`
  return `{"${unit}":${Number.parseInt(text, 10) || 1}}`
}
