import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { CellFault } from '@tereze/data-files'
import type { Context } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import type { ImportSettings } from '../contract/import.ts'
import type { Provenance } from '../contract/record.ts'
import type { RegisterDefinition } from '../definition/definition.ts'
import { valueAt } from '../definition/pointer.ts'
import { missingReferencesOfMany } from '../definition/references.ts'
import { holdsAt, identifierMaker, storedKeys } from '../definition/registered.ts'
import { addVersion, legalDateOf } from '../recording/add-version.ts'
import { grantsFor } from '../rules/decide-access.ts'
import { decideImportRow, type RowDecision, withColumns } from '../rules/decide-import-row.ts'
import { subjectsOf } from '../rules/decide-record.ts'
import { isBlind } from '../rules/labels.ts'
import { derivedId, type PreparedRow } from '../rules/prepare-rows.ts'
import type { RowResult, StoredImport } from '../store/imports.ts'
import { insertKeysOfMany, listHolders } from '../store/keys.ts'
import { insertProjections } from '../store/projection.ts'
import { insertFirstVersions, listCurrent, type StoredRecord } from '../store/records.ts'

/** An import at work: what it is, its register, how it is taken over, and the unique keys that its rows have claimed so far. */
export interface Loading {
  readonly found: Pick<StoredImport, 'import' | 'name' | 'state' | 'who' | 'startedBy'>
  readonly definition: RegisterDefinition
  readonly settings: ImportSettings
  /** Unique key and value → the row that claimed it. */
  readonly claimed: Map<string, number>
  /** Records that good rows add: what comes after them may refer to them, in a check too. */
  readonly added: Set<string>
}

/** A unique key was claimed by somebody else while a portion was being written: the portion is looked at anew. */
export class PortionOvertaken extends Error {}

interface Looked {
  readonly row: PreparedRow
  readonly record: string
  readonly current: StoredRecord | null
  readonly decision: RowDecision
}

/** The records that rows are about: by their own id, by the key, or by their whole content. */
async function recordsOf(
  context: Context,
  { definition, settings }: Loading,
  given: readonly PreparedRow[],
): Promise<Map<PreparedRow, string>> {
  const key = definition.keys.find(({ name }) => name === settings.key)
  const secret = key?.pointers.some(pointer => isBlind(definition, pointer)) ?? false
  const wanted = given.flatMap(row =>
    row.key === null || key === undefined
      ? []
      : [{ key: key.name, value: row.key, secret, pointer: key.pointers[0] ?? '' }],
  )
  const stored = await storedKeys(context, definition, wanted)
  const holders = new Map(
    (await listHolders(context.tx, definition.id, stored)).map(({ value, record }) => [value, record]),
  )
  let next = 0
  return new Map(
    given.map(row => {
      if (row.record !== null) return [row, row.record] as const
      if (key !== undefined && row.key !== null)
        return [row, holders.get(stored[next++]?.value ?? '') ?? context.ids.newId(definition.idPrefix)] as const
      return [
        row,
        key === undefined ? derivedId(definition.idPrefix, row.digest) : context.ids.newId(definition.idPrefix),
      ] as const
    }),
  )
}

/** Decides on each row as the register is now. */
async function look(context: Context, loading: Loading, given: readonly PreparedRow[]): Promise<Looked[]> {
  const { found, definition, settings } = loading
  const { zone } = getOrganisation(context.port(packages), definition.owner)
  const rules = {
    definition,
    settings,
    mayAdd: grantsFor(definition, found.who, 'write'),
    mayChange: grantsFor(definition, found.who, 'correct'),
    holds: holdsAt(context.now, zone),
    newIdentifier: identifierMaker(context),
  }
  const records = await recordsOf(context, loading, given)
  const current = new Map(
    (await listCurrent(context.tx, context.tx.tenant, definition.id, [...records.values()])).map(one => [
      one.record,
      one,
    ]),
  )
  return given.map(row => {
    const record = records.get(row) ?? ''
    const own = current.get(record) ?? null
    // What was loaded once by its content alone is there already, whatever became of it since.
    const isThere = own !== null && row.problems.length === 0 && row.record === null && settings.key === null
    return { row, record, current: own, decision: isThere ? { outcome: 'same' } : decideImportRow(row, own, rules) }
  })
}

type Good = Looked & { decision: Extract<RowDecision, { outcome: 'new' | 'changed' }> }
const isGood = (looked: Looked): looked is Good =>
  looked.decision.outcome === 'new' || looked.decision.outcome === 'changed'

/** Refuses rows whose references lead nowhere, or whose unique keys another record or an earlier row holds. */
async function refuseByOthers(
  context: Context,
  { definition, settings, claimed, added }: Loading,
  looked: readonly Looked[],
): Promise<Looked[]> {
  const good = looked.filter(isGood)
  const missing = await missingReferencesOfMany(
    context.tx,
    definition,
    good.map(({ decision }) => decision.data),
  )
  const keys = await Promise.all(good.map(({ decision }) => storedKeys(context, definition, decision.keys)))
  const held = await listHolders(context.tx, definition.id, keys.flat())
  const holders = new Map(held.map(({ key, value, record }) => [`${key} ${value}`, record]))
  const refused = new Map<Looked, Looked>()
  for (const [place, one] of good.entries()) {
    const problems = (missing[place] ?? []).filter(({ pointer }) => {
      const reference = valueAt(one.decision.data, pointer)
      return typeof reference !== 'string' || !added.has(reference)
    })
    const own = (keys[place] ?? []).map(({ key, value }) => `${key} ${value}`)
    for (const [number, key] of own.entries()) {
      const pointer = one.decision.keys[number]?.pointer ?? ''
      const holder = holders.get(key)
      const earlier = claimed.get(key)
      if (holder !== undefined && holder !== one.record) problems.push({ pointer, code: 'row.key-held', params: {} })
      else if (earlier !== undefined && earlier !== one.row.row)
        problems.push({ pointer, code: 'row.repeated', params: { row: earlier } })
    }
    if (problems.length === 0) {
      for (const key of own) claimed.set(key, one.row.row)
      added.add(one.record)
    } else
      refused.set(one, { ...one, decision: { outcome: 'refused', problems: withColumns(problems, settings.mapping) } })
  }
  return looked.map(one => refused.get(one) ?? one)
}

async function addAll(
  context: Context,
  { found, definition }: Loading,
  added: readonly Good[],
  source: Provenance,
): Promise<void> {
  if (added.length === 0) return
  const { tx, now } = context
  const validFrom = legalDateOf(context, definition.owner)
  const records = added.map(({ record, decision }) => ({
    record,
    validFrom,
    data: decision.data,
    columns: decision.columns,
  }))
  const keys = await Promise.all(
    added.map(async ({ record, decision }) =>
      (await storedKeys(context, definition, decision.keys)).map(key => ({ record, ...key })),
    ),
  )
  const held = await insertKeysOfMany(tx, definition.id, keys.flat())
  const ground = grantsFor(definition, found.who, 'write')[0]?.ground ?? null
  const batch = { register: definition.id, schemaVersion: definition.version, now, source, by: found.startedBy, ground }
  const written = await insertFirstVersions(tx, batch, records)
  if (held.length > 0 || written.size < records.length) throw new PortionOvertaken()
  await insertProjections(tx, definition, records)
  context.concerns(
    added.flatMap(({ record, decision }) => subjectsOf(definition, record, decision.data)),
    [`register:${definition.id}`],
  )
}

async function changeAll(
  context: Context,
  { found, definition }: Loading,
  changed: readonly Good[],
  source: Provenance,
): Promise<void> {
  for (const { current, decision } of changed) {
    if (current === null) continue
    const written = await addVersion(context, definition, current, {
      data: decision.data,
      source,
      reason: found.name,
      grants: grantsFor(definition, found.who, 'correct'),
      kind: 'change',
      loadedFor: found.startedBy,
    })
    if (isRefused(written)) throw new PortionOvertaken()
  }
}

const keptCell = (cell: unknown) => (cell instanceof CellFault ? null : cell)

function resultOf({ row, record, decision }: Looked): RowResult {
  const isRefusal = decision.outcome === 'refused'
  return {
    row: row.row,
    outcome: decision.outcome,
    record: isRefusal ? null : record,
    fields: 'fields' in decision ? [...decision.fields] : [],
    problems: isRefusal ? [...decision.problems] : [],
    cells: isRefusal ? row.cells.map(keptCell) : null,
  }
}

/** Looks at a portion of rows and, when the import runs, writes what is good: new records at once, changes one by one. */
export async function loadPortion(
  context: Context,
  loading: Loading,
  given: readonly PreparedRow[],
): Promise<RowResult[]> {
  const { found, definition } = loading
  const looked = await refuseByOthers(context, loading, await look(context, loading, given))
  if (found.state === 'running') {
    const source: Provenance = { kind: 'import', reference: found.import, organisation: definition.owner }
    const good = looked.filter(isGood)
    await addAll(
      context,
      loading,
      good.filter(({ decision }) => decision.outcome === 'new'),
      source,
    )
    await changeAll(
      context,
      loading,
      good.filter(({ decision }) => decision.outcome === 'changed'),
      source,
    )
  }
  return looked.map(resultOf)
}
