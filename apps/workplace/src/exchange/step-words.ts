import type { DiagnosisStep } from '@tereze/exchange/contract'
import type { MessageId } from '../words/messages.ts'
import type { Words } from '../words/words.ts'
import { outcomeWords } from './outcome-words.ts'

/** Which parameters name an organisation. */
const organisations: ReadonlySet<string> = new Set(['consumer', 'provider'])

/** The values of a step as the page says them: names, days and moments, outcomes in words. */
export function stepParams(
  params: DiagnosisStep['params'],
  words: Pick<Words, 'say' | 'date' | 'moment'>,
  nameOf: (organisation: string) => string,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'number') return [name, value]
      const text = String(value)
      if (organisations.has(name)) return [name, nameOf(text)]
      if (name === 'code') return [name, outcomeWords(text, words)]
      if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return [name, words.date(text)]
      if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return [name, words.moment(text)]
      return [name, text]
    }),
  )
}

/** Key of what a step found. */
export function findingKey(finding: DiagnosisStep['finding']): MessageId {
  return `diagnosis.${finding}`
}

/** Key of the way out of what a step found. */
export function wayKey(finding: DiagnosisStep['finding']): string {
  return `diagnosis.way.${finding}`
}
