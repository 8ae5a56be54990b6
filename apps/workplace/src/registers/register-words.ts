import type { RegisterDescription } from '@tereze/registers/contract'
import { valueLines } from '../case/value-lines.ts'
import type { Words } from '../words/words.ts'

type Described = Pick<RegisterDescription, 'words'>

/** `/documents/0/number` is `documents.number` in message keys; places in a list are not said. */
export function dotted(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .filter(step => !/^(\d+|\*)$/.test(step))
    .join('.')
}

const nameParts: readonly string[] = ['family', 'given', 'patronymic']

/** What a field is called: its own words, else those of the nearest field above it; parts of a person's name have the workplace's. */
export function fieldName({ words: own }: Described, pointer: string, words: Words): string {
  const steps = dotted(pointer).split('.')
  const part = steps.at(-1) ?? ''
  if (own[`field.${steps.join('.')}`] === undefined && nameParts.includes(part))
    return words.say(`form.${part as 'family' | 'given' | 'patronymic'}`)
  for (let length = steps.length; length > 0; length--) {
    const text = own[`field.${steps.slice(0, length).join('.')}`]
    if (text !== undefined) return words.pick(text)
  }
  return steps.join(' ')
}

/** A value of a field in words: an answer of a list, a date, a name; an id, which has no words, as it is. */
export function fieldValue(described: Described, pointer: string, value: unknown, words: Words): string | null {
  if (value === undefined || value === null) return null
  const own = described.words
  const rows = rowsOf(value, pointer)
  if (rows.length !== 1 || rows[0]?.pointer !== pointer)
    return rows.map(row => fieldValue(described, row.pointer, row.value, words) ?? '').join(' · ') || null
  const answer = typeof value === 'string' ? own[`answer.${dotted(pointer)}.${value.toLowerCase()}`] : undefined
  if (answer !== undefined) return words.pick(answer)
  const lines = valueLines(value, /[yY]ear$/.test(pointer) ? 'year' : '', words)
  if (lines.length > 0) return lines.join(' · ')
  return typeof value === 'string' && value !== '' ? value : null
}

/** One line of a record. */
export interface FieldRow {
  readonly pointer: string
  readonly value: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isWhole = (value: Record<string, unknown>) =>
  ('family' in value && 'given' in value) ||
  ('amount' in value && 'currency' in value) ||
  ('en' in value && 'ru' in value)

/** The lines of a record: what belongs together (a name, an amount) is one line. */
export function rowsOf(data: unknown, pointer = ''): FieldRow[] {
  if (Array.isArray(data))
    return data.every(element => typeof element !== 'object' || element === null)
      ? [{ pointer, value: data }]
      : data.flatMap((element, place) => rowsOf(element, `${pointer}/${place}`))
  if (!isObject(data) || (pointer !== '' && isWhole(data))) return [{ pointer, value: data }]
  return Object.entries(data).flatMap(([name, value]) => rowsOf(value, `${pointer}/${name}`))
}
