import { packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import type { Criterion } from '../contract/record.ts'
import { definitionOf, type RegisterDefinition } from '../definition/definition.ts'
import { findDefinition } from '../definition/registered.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { fitsColumn } from '../rules/fits-column.ts'
import { listFound } from '../store/found.ts'

/** Persons of some records, with those records in which nobody was found. */
export interface PersonsOfRecords {
  readonly persons: readonly string[]
  readonly unknown: readonly string[]
  /** Where a search goes on; null: that was all. */
  readonly next: string | null
}

/** An own register, or one whose records are the persons themselves: their ids tell nothing that the asker does not know. */
function definitionFor(context: Context, organisation: string, register: string): RegisterDefinition | null {
  const own = findDefinition(context, organisation, register)
  if (own !== null) return own
  const pack = context.port(packages).find('register', register)
  const definition = pack === null ? null : definitionOf(pack)
  return definition?.subjects.every(pointer => pointer === '/id') && definition.subjects.length > 0 ? definition : null
}

/** Whom records are about, by their ids; nothing else of them is given away. */
export async function personsOfRecords(
  context: Context,
  { organisation, register, records }: { organisation: string; register: string; records: readonly string[] },
): Promise<PersonsOfRecords | 'no-register'> {
  const definition = definitionFor(context, organisation, register)
  if (definition === null) return 'no-register'
  const found = await listFound(context.tx, definition, { id: [...records] }, null, records.length)
  const about = new Map(found.map(({ record, data }) => [record, subjectsOf(definition, record, data)]))
  return {
    persons: [...about.values()].flat(),
    unknown: records.filter(record => (about.get(record) ?? []).length === 0),
    next: null,
  }
}

/** Whom the records of an own register are about that have the wanted values, without regard to who may read them: nothing else of them is given away. */
export async function personsBySearch(
  context: Context,
  search: {
    readonly organisation: string
    readonly register: string
    readonly where: Readonly<Record<string, Criterion>>
    readonly after: string | null
    readonly limit: number
  },
): Promise<PersonsOfRecords | 'no-register' | { readonly unfit: string }> {
  const { organisation, register, where, after, limit } = search
  const definition = findDefinition(context, organisation, register)
  if (definition === null) return 'no-register'
  const unfit = Object.keys(where).find(name => {
    const column = definition.columns.find(candidate => candidate.name === name)
    return name !== 'id' && (column === undefined || !fitsColumn(where[name], column.type))
  })
  if (unfit !== undefined) return { unfit }
  const found = await listFound(context.tx, definition, where, after, limit + 1)
  const part = found.slice(0, limit)
  return {
    persons: part.flatMap(({ record, data }) => subjectsOf(definition, record, data)),
    unknown: part
      .filter(({ record, data }) => subjectsOf(definition, record, data).length === 0)
      .map(({ record }) => record),
    next: found.length > limit ? (part.at(-1)?.record ?? null) : null,
  }
}
