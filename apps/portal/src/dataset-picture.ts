import type { DatasetColumnView } from '@tereze/datasets/contract'

/** A row of a published table. */
export type DatasetRow = Readonly<Record<string, string | number | boolean | null>>

/** A bar of the picture: a code of the first column, and its figure. */
export interface Bar {
  readonly code: string
  readonly value: number
}

/** What a dataset is drawn as: one figure by its first column. */
export interface DatasetPicture {
  readonly by: DatasetColumnView
  readonly measure: DatasetColumnView
  readonly bars: readonly Bar[]
}

/** The code that stands for a total. */
export const totalCode = 'total'
const mostBars = 24

/**
 * A simple picture of a table of counts: its first figure by its first column, over the totals of all others. Null where rows are
 * records, figures are hidden, or other columns have no totals: then a picture would have to add up what is not shown.
 */
export function pictureOf(columns: readonly DatasetColumnView[], rows: readonly DatasetRow[]): DatasetPicture | null {
  const [by, ...others] = columns.filter(({ role }) => role === 'key')
  const measure = columns.find(({ role, type }) => role === 'value' && type === 'number')
  if (by === undefined || measure === undefined || !columns.some(({ role }) => role === 'hidden')) return null
  const bars = rows
    .filter(row => row[by.name] !== totalCode && others.every(({ name }) => row[name] === totalCode))
    .flatMap(row => {
      const value = row[measure.name]
      return typeof value === 'number' ? [{ code: String(row[by.name]), value }] : []
    })
    .slice(-mostBars)
  return bars.length < 2 ? null : { by, measure, bars }
}
