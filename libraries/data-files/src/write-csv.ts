import { stringify } from 'csv-stringify/sync'

/** What makes a spreadsheet take a text for a formula. */
const formula = /^[=+\-@\t\r]/
const isNumber = (text: string) => /^[+-]?\d[\d\s.,]*$/.test(text)

/** A text that no spreadsheet takes for a formula: what begins like one gets an apostrophe, numbers and telephone numbers do not. */
export function harmless(text: string): string {
  return formula.test(text) && !isNumber(text) ? `'${text}` : text
}

/** A value as text of a cell: lists and objects as JSON. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Rows as comma-separated values (RFC 4180), with line ends of CRLF. */
export function writeCsv(rows: readonly (readonly unknown[])[], { delimiter }: { delimiter: string }): string {
  return stringify(
    rows.map(row => row.map(value => harmless(cellText(value)))),
    { delimiter, record_delimiter: '\r\n' },
  )
}
