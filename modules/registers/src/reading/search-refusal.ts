import type { Context } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import { columnNotGranted } from '../contract/access.ts'
import { type Criterion, columnNotFound, criterionInvalid } from '../contract/record.ts'
import type { RegisterDefinition } from '../definition/definition.ts'
import type { Reader } from '../definition/reader.ts'
import { isOpen } from '../rules/decide-access.ts'
import { fitsColumn } from '../rules/fits-column.ts'
import { labelAt } from '../rules/labels.ts'

/** A search that a register may be asked. */
export interface Search {
  readonly where: Readonly<Record<string, Criterion>>
  readonly act: 'search' | 'history' | 'suggest'
  readonly under?: string | undefined
}

/** Why a reader may not search a register like this; null when they may. */
export function searchRefusal(
  { actor }: Pick<Context, 'actor'>,
  definition: RegisterDefinition,
  reader: Reader,
  { where, act, under }: Search,
):
  | Refused<'registers.access-not-granted'>
  | Refused<'registers.column-not-found'>
  | Refused<'registers.column-not-granted'>
  | Refused<'registers.criterion-invalid'>
  | null {
  const grants = reader.general(act)
  if (grants.length === 0 && reader.own(act).length === 0) return reader.refuse(act)
  const names = Object.keys(where)
  const isList = act !== 'suggest' && names.length === 0 && actor.kind === 'official' && under === undefined
  if (isList && reader.general('list').length === 0) return reader.refuse('list')
  const unknown = names.find(name => name !== 'id' && !definition.columns.some(column => column.name === name))
  if (unknown !== undefined)
    return refuse(columnNotFound, { pointer: `/where/${unknown}`, params: { column: unknown } })
  // What may not be seen may not be guessed by searching for it either.
  const closed = definition.columns.find(
    ({ name, pointer }) =>
      names.includes(name) && !isOpen(definition, grants.length > 0 ? grants : reader.own(act), pointer),
  )
  if (closed !== undefined)
    return refuse(columnNotGranted, {
      pointer: `/where/${closed.name}`,
      params: { column: closed.name, label: labelAt(definition, closed.pointer) },
    })
  const misfit = definition.columns.find(({ name, type }) => !fitsColumn(where[name], type))
  return misfit === undefined
    ? null
    : refuse(criterionInvalid, { pointer: `/where/${misfit.name}`, params: { column: misfit.name, type: misfit.type } })
}
