import { readDate } from '@tereze/data-files'

/** The date in a cell: as text by ISO 8601; null for an empty cell; undefined where it is none. */
export function dateIn(text: string): string | null | undefined {
  if (text === '') return null
  const read = readDate(text.replace(/ 0?0:00(:00)?$/, ''), 'day-first')
  return 'value' in read ? String(read.value) : undefined
}

/** Numbers lose the zeros before them in a spreadsheet: they get them back. */
export const padded = (text: string, digits: number): string => (/^\d+$/.test(text) ? text.padStart(digits, '0') : text)
