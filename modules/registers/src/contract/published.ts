import type { Package } from '@tereze/catalogue/contract'
import { type Column, definitionOf, type Label } from '../definition/definition.ts'
import { grantsFor, isOpen } from '../rules/decide-access.ts'
import { labelAt } from '../rules/labels.ts'

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

/** The fields of a register. */
export function registerFields(pack: Package): RegisterFields {
  const definition = definitionOf(pack)
  const { owner, subjects, columns, schema } = definition
  const scope = pack.json.get('register.json')?.scope
  return {
    owner,
    aboutPeople: subjects.length > 0,
    scope: typeof scope === 'string' ? scope : null,
    columns,
    schema,
    labelAt: pointer => labelAt(definition, pointer),
    lists: (who, pointer) => isOpen(definition, grantsFor(definition, [who], 'list'), pointer),
  }
}
