/** Columns of the inbox that a person may hide; what is to be done is always there. */
export const columnIds = ['deadline', 'applicant', 'number', 'opened', 'holder'] as const
/** A column of the inbox. */
export type ColumnId = (typeof columnIds)[number]

/** Shown until the person chooses. */
export const defaultColumns: readonly ColumnId[] = columnIds

/** Columns from what was stored, in the table's order; everything when it is unreadable. */
export function readColumns(stored: unknown): readonly ColumnId[] {
  return Array.isArray(stored) ? columnIds.filter(column => stored.includes(column)) : defaultColumns
}
