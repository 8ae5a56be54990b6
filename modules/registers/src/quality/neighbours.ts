import { type Package, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { definitionOf, type RegisterDefinition } from '../definition/definition.ts'
import { qualityOf, relationOf } from '../definition/quality.ts'
import { columnsOf } from '../rules/decide-record.ts'
import { listProjected } from '../store/projection.ts'
import { listVersionRows } from '../store/records.ts'

/** Records that are looked at again for one that changed; more than these wait for the complete check. */
const most = 200

type Columns = Readonly<Record<string, unknown>>

/** Records of a register whose columns are as another record has, or had, those that they are compared with. */
async function listWith(
  { tx }: Context,
  definition: RegisterDefinition,
  pairs: readonly (readonly [theirs: string, own: string])[],
  content: Columns,
): Promise<string[]> {
  const where = pairs.map(([theirs, own]) => [own, content[theirs] ?? null] as const)
  if (where.some(([, value]) => value === null)) return []
  return listProjected(tx, definition, Object.fromEntries(where) as never, null, most)
}

/** The columns of a record as it is and as it was before, its id among them. */
async function contents({ tx }: Context, definition: RegisterDefinition, record: string): Promise<Columns[]> {
  const versions = await listVersionRows(tx, tx.tenant, definition.id, record)
  const seen = versions.slice(0, 2).map(({ data }) => ({ ...columnsOf(definition, data), id: record }))
  return seen.length === 0 ? [{ id: record }] : seen
}

/** Registers of an organisation that are watched. */
export function watchedRegisters(context: Pick<Context, 'port'>, owner: string): Package[] {
  return context
    .port(packages)
    .list('register')
    .filter(pack => qualityOf(pack) !== null && definitionOf(pack).owner === owner)
}

/**
 * The records, by register, whose rules may be kept or broken because a record changed: itself, those that were or are like it, and
 * those of other registers of the owner that belong to it.
 */
export async function neighboursOf(
  context: Context,
  changed: { register: string; record: string },
): Promise<Map<Package, Set<string>>> {
  const found = new Map<Package, Set<string>>()
  const pack = context.port(packages).find('register', changed.register)
  if (pack === null) return found
  const definition = definitionOf(pack)
  const seen = await contents(context, definition, changed.record)
  for (const watched of watchedRegisters(context, definition.owner)) {
    const records = new Set(watched.id === pack.id ? [changed.record] : [])
    const other = definitionOf(watched)
    for (const rule of qualityOf(watched)?.rules ?? []) {
      const relation = relationOf(rule)
      const pairs =
        relation === null ? (rule.unique ?? []).map(name => [name, name] as const) : Object.entries(relation.by)
      if ((relation?.register ?? watched.id) !== pack.id || pairs.length === 0) continue
      for (const content of seen)
        for (const record of await listWith(context, other, pairs, content)) records.add(record)
    }
    if (records.size > 0) found.set(watched, records)
  }
  return found
}
