import type { DatasetDefinition } from '../definition/definition.ts'

/** A column of a published table. */
export interface DatasetColumn {
  readonly name: string
  readonly type: 'text' | 'number' | 'boolean'
  /** `key` columns tell rows apart. */
  readonly role: 'key' | 'value' | 'hidden'
}

/** What a total is called in place of a code, and a code that records do not hold. */
export const totalCode = 'total'
/** A code that records do not hold. */
export const unknownCode = 'unknown'

/** The column that says of a row of counts whether its figures are hidden. */
export const hiddenColumn = 'hidden'

/** The columns of a dataset's files. */
export function columnsOf({ shows }: Pick<DatasetDefinition, 'shows'>): DatasetColumn[] {
  if (shows.kind === 'records')
    return shows.fields.map(({ name, key }) => ({ name, type: 'text', role: key === true ? 'key' : 'value' }))
  return [
    ...shows.dimensions.map(({ name }): DatasetColumn => ({ name, type: 'text', role: 'key' })),
    ...shows.measures.map(({ name }): DatasetColumn => ({ name, type: 'number', role: 'value' })),
    { name: hiddenColumn, type: 'boolean', role: 'hidden' },
  ]
}
