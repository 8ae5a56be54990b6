import type { Column, Label } from '../definition/definition.ts'

/** What a register's package says of its fields to whoever declares something that reads them. */
export interface RegisterFields {
  readonly owner: string
  /** Whether its records are about people. */
  readonly aboutPeople: boolean
  /** Pointer to the region of a record; null where it has none. */
  readonly scope: string | null
  readonly columns: readonly Column[]
  /** JSON Schema of one record. */
  readonly schema: unknown
  /** How a field is protected. */
  labelAt(pointer: string): Label
  /** Whether the register lets somebody (`dataset:…`, `contract:…`) list its records with a field. */
  lists(who: string, pointer: string): boolean
}
