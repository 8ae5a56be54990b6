import type { GridPlace } from './table-grid.tsx'

/** What a key of the grid asks for. */
export type GridAction =
  | { readonly kind: 'go'; readonly to: GridPlace }
  | { readonly kind: 'move-rule'; readonly to: number }
  | { readonly kind: 'add-rule' | 'clear' }
  /** Without a text: the cell as it is. */
  | { readonly kind: 'edit'; readonly text?: string }

/** A key as the browser tells it. */
export interface GridKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/** What a key does at a place of the grid, whose last cell is `last`; null where it means nothing here. */
export function gridAction(pressed: GridKey, place: GridPlace, last: GridPlace, readOnly: boolean): GridAction | null {
  const { key, ctrlKey, altKey, metaKey } = pressed
  const { row, column } = place
  if (!readOnly && row >= 0) {
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      const to = key === 'ArrowUp' ? row - 1 : row + 1
      return to < 0 || to > last.row ? null : { kind: 'move-rule', to }
    }
    if (ctrlKey && key === 'Enter') return { kind: 'add-rule' }
    if (key === 'Enter' || key === 'F2') return { kind: 'edit' }
    if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' }
    if (key.length === 1 && !ctrlKey && !metaKey && !altKey) return { kind: 'edit', text: key }
  }
  if (altKey || metaKey) return null
  const to: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    Home: [ctrlKey ? -1 : row, 0],
    End: [ctrlKey ? last.row : row, last.column],
  }
  const found = to[key]
  return found === undefined ? null : { kind: 'go', to: inside({ row: found[0], column: found[1] }, last) }
}

/** The nearest place that the grid has; its heads are row -1. */
export function inside({ row, column }: GridPlace, last: GridPlace): GridPlace {
  return {
    row: Math.min(Math.max(row, -1), last.row),
    column: Math.min(Math.max(column, 0), last.column),
  }
}
