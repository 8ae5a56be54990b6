import type { DatasetColumnView } from '@tereze/datasets/contract'

/** A row of a published table. */
export type DatasetRow = Readonly<Record<string, string | number | boolean | null>>

/** A bar of the picture: a code of the first column, and its figure; null where it is hidden. */
export interface Bar {
  readonly code: string
  readonly value: number | null
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

/** Whether the rows of a table follow time: then its last rows are those of interest. */
export function followsTime(columns: readonly DatasetColumnView[], rows: readonly DatasetRow[]): boolean {
  const first = rows[0]?.[columns.find(({ role }) => role === 'key')?.name ?? '']
  return typeof first === 'string' && /^\d{4}-(\d{2}|Q[1-4])$/.test(first)
}

/**
 * A simple picture of a table of counts: its first figure by its first column, over the totals of all others. Null where rows are
 * records, most figures are hidden, or other columns have no totals: then a picture would have to add up what is not shown.
 */
export function pictureOf(columns: readonly DatasetColumnView[], rows: readonly DatasetRow[]): DatasetPicture | null {
  const [by, ...others] = columns.filter(({ role }) => role === 'key')
  const measure = columns.find(({ role, type }) => role === 'value' && type === 'number')
  if (by === undefined || measure === undefined || !columns.some(({ role }) => role === 'hidden')) return null
  const bars = rows
    .filter(row => row[by.name] !== totalCode && others.every(({ name }) => row[name] === totalCode))
    .map((row): Bar => {
      const value = row[measure.name]
      return { code: String(row[by.name]), value: typeof value === 'number' ? value : null }
    })
    .slice(-mostBars)
  return bars.filter(({ value }) => value !== null).length < 2 ? null : { by, measure, bars }
}
