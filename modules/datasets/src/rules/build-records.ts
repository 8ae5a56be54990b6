import type { PublishedField } from '../definition/definition.ts'
import type { Row, Value } from './build-counts.ts'

function valueAt(data: Readonly<Record<string, unknown>>, pointer: string): Value {
  let value: unknown = data
  for (const token of pointer.split('/').slice(1))
    value =
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[token.replaceAll('~1', '/').replaceAll('~0', '~')]
        : undefined
  if (value === undefined || value === null) return null
  return typeof value === 'object' ? JSON.stringify(value) : (value as Value)
}

/** Records as rows of their published fields, in the order of their keys. */
export function buildRecords(
  fields: readonly PublishedField[],
  records: readonly Readonly<Record<string, unknown>>[],
): Row[] {
  const keys = fields.filter(({ key }) => key === true)
  const order = (row: Row) => keys.map(({ name }) => String(row[name])).join('\u0001')
  return records
    .map((data): Row => Object.fromEntries(fields.map(({ name, from }) => [name, valueAt(data, from)])))
    .toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
}
