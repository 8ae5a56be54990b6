import { isoDays } from '../engine/iso-date.ts'
import { NOWHERE } from './axis.ts'
import type { IndexedColumn } from './rule-index.ts'

/** The atom of a JSON value on a column; dates are ISO text. `NOWHERE` when the value is of another type. */
export function atomOf(column: IndexedColumn, value: unknown): number {
  const { axis } = column
  switch (axis.kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? axis.locateNumber(value) : NOWHERE
    case 'string':
      return typeof value === 'string' ? axis.locateText(value) : NOWHERE
    case 'boolean':
      return typeof value === 'boolean' ? axis.locateNumber(value ? 1 : 0) : NOWHERE
    case 'date': {
      if (typeof value !== 'string') return NOWHERE
      const days = isoDays(value)
      return Number.isNaN(days) ? NOWHERE : axis.locateNumber(days)
    }
  }
}
