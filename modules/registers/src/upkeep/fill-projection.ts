import { getOrganisation, type Package, packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { evaluateJson } from '@tereze/template'
import { definitionOf, type RegisterDefinition } from '../definition/definition.ts'
import { majorOf, migrate, migrationFrom } from '../definition/migration.ts'
import { addVersion } from '../recording/add-version.ts'
import { columnsOf } from '../rules/decide-record.ts'
import { insertPast, upsertProjection } from '../store/projection.ts'
import { findSchemaVersion, listAfter, listVersionRows, type StoredRecord } from '../store/records.ts'
import type { PortionDone } from './portion-done.ts'

const portion = 200

/** The content of a record in the schema of today, with the reasons of the steps; null when it is in it already. */
function inNewSchema(
  pack: Package,
  { data }: StoredRecord,
  from: number,
  moment: { now: string; zone: string },
): { data: Record<string, unknown>; reason: string } | null {
  let next = data
  const reasons: string[] = []
  for (let major = from; major < majorOf(pack.version); major++) {
    const migration = migrationFrom(pack, major)
    if (migration === null) continue
    next = migrate(migration, next, (expression, old) => evaluateJson(expression, old, moment))
    reasons.push(migration.reason)
  }
  return reasons.length === 0 ? null : { data: next, reason: reasons.join('; ').slice(0, 500) }
}

async function passOver(
  context: Context,
  pack: Package,
  definition: RegisterDefinition,
  current: StoredRecord,
): Promise<boolean> {
  const schemaVersion = await findSchemaVersion(context.tx, context.tx.tenant, definition.id, current)
  const from = majorOf(schemaVersion)
  if (from >= majorOf(definition.version)) return false
  const { zone } = getOrganisation(context.port(packages), definition.owner)
  const passed = inNewSchema(pack, current, from, { now: context.now.toISOString(), zone })
  if (passed === null) return false
  const written = await addVersion(context, definition, current, {
    ...passed,
    validFrom: current.validFrom,
    source: {
      kind: 'import',
      reference: `migration:${definition.id}@${definition.version}`,
      organisation: definition.owner,
    },
    grants: null,
    kind: 'migration',
  })
  if (!isRefused(written)) return true
  const where = written.also.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')
  throw new Error(`${current.record} cannot pass to ${definition.id}@${definition.version}: ${written.code} ${where}`)
}

/**
 * Fills the projection and the past of the next records from what is kept, and passes those over that are still in the
 * schema of an earlier major version.
 */
export async function fillProjection(context: Context, pack: Package, cursor: string): Promise<PortionDone> {
  const { tx } = context
  const definition = definitionOf(pack)
  const records = await listAfter(tx, tx.tenant, definition.id, cursor, portion)
  const last = records.at(-1)
  if (last === undefined) return { cursor: null, done: 0, found: 0 }
  let passed = 0
  for (const current of records) {
    if (await passOver(context, pack, definition, current)) passed += 1
    const [newest, ...earlier] = await listVersionRows(tx, tx.tenant, definition.id, current.record)
    if (newest === undefined) continue
    upsertProjection(tx, definition, current.record, columnsOf(definition, newest.data))
    for (const { version, data } of earlier)
      insertPast(tx, definition, current.record, version, columnsOf(definition, data))
  }
  return { cursor: last.record, done: records.length, found: passed }
}
