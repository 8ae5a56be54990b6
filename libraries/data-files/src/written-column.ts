import type { ValueKind } from './read-value.ts'

/** A column to be written. */
export interface WrittenColumn {
  readonly name: string
  readonly kind: ValueKind
}

/** Rows of a table as they come: each portion is written before the next is asked for. */
export type Portions = AsyncIterable<readonly (readonly unknown[])[]> | Iterable<readonly (readonly unknown[])[]>
