import type { DataNames } from '../data-names.ts'
import type { DraftItem } from './draft-form.ts'

/** Names are settled before any expression is written, so that each sees all of them. */
export function nameData(items: readonly DraftItem[], names: DataNames): void {
  for (const item of items) {
    if (item.kind !== 'group') for (const name of item.path) names.of(name)
    if (item.kind !== 'field') nameData(item.items, names)
  }
}
