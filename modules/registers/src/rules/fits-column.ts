import type { Criterion } from '../contract/record.ts'
import type { ColumnType } from '../definition/definition.ts'

const forms: Readonly<Record<ColumnType, (text: string) => boolean>> = {
  text: () => true,
  number: text => /^-?\d{1,30}(\.\d{1,30})?(e[+-]?\d{1,2})?$/i.test(text),
  date: text => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text),
  boolean: text => text === 'true' || text === 'false',
  instant: text => /^\d{4}-\d{2}-\d{2}T/.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)),
}

function isDay(text: string): boolean {
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

/** Whether a criterion can be compared with a column of a type; absent and empty ones always can. Pure. */
export function fitsColumn(wanted: Criterion | undefined, type: ColumnType): boolean {
  if (wanted === undefined || wanted === null) return true
  return (Array.isArray(wanted) ? wanted : [wanted]).every(value => forms[type](String(value)))
}
