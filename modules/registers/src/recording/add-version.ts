import { getOrganisation, packages } from '@tereze/catalogue/contract'
import { type Context, localDate } from '@tereze/foundation-operations'
import { type FieldProblem, type Refused, refuse } from '@tereze/operation'
import {
  type Provenance,
  recordChanged,
  recordChangedMeanwhile,
  recordExists,
  recordInvalid,
  recordRegistered,
  type VersionKind,
} from '../contract/record.ts'
import type { Grant, RegisterDefinition } from '../definition/definition.ts'
import { missingReferences } from '../definition/references.ts'
import { holdsAt, identifierMaker, storedKeys } from '../definition/registered.ts'
import { decideWritable } from '../rules/decide-access.ts'
import { type Before, decideRecord, type RecordDecision, subjectsOf } from '../rules/decide-record.ts'
import { beginRecord } from '../store/begin-record.ts'
import { deleteKeys } from '../store/keys.ts'
import { deleteProjection, insertPast, keepPast } from '../store/projection.ts'
import { closeVersion, insertVersion, type StoredRecord } from '../store/records.ts'
import { replaceVersion } from '../store/replace-version.ts'

/** Content to be written, with whose words it is and on which grounds. */
export interface Entry {
  readonly data: Record<string, unknown>
  readonly validFrom?: string | undefined
  readonly source: Provenance
  readonly reason: string | null
  /** What the writer may write; null: the platform itself carries out what was decided already. */
  readonly grants: readonly Grant[] | null
  readonly kind: VersionKind
  /** Who asked for it and who approved it, where these are not one; the actor alone when absent. */
  readonly asked?: { readonly by: string; readonly ground: string | null }
  /** The official for whom the platform loads a file: its versions are theirs, and the load is announced once, not each of them. */
  readonly loadedFor?: string
}

type Decided = Extract<RecordDecision, { ok: true }>
type Invalid = Refused<'registers.record-invalid'>

/** The legal date of a transaction of an organisation. */
export function legalDateOf(context: Pick<Context, 'port' | 'now'>, organisation: string): string {
  return localDate(context.now, getOrganisation(context.port(packages), organisation).zone)
}

/** Decides content as its register has it: what the writer may write, the schema, the status, local references. */
export async function decideEntry(
  context: Context,
  definition: RegisterDefinition,
  entry: Pick<Entry, 'data' | 'grants'>,
  before: Before,
): Promise<Decided | Invalid> {
  const { tx, now } = context
  const { zone } = getOrganisation(context.port(packages), definition.owner)
  const old = typeof before === 'string' ? null : before
  const writable =
    entry.grants === null
      ? { data: entry.data, problems: [] as readonly FieldProblem[] }
      : decideWritable(definition, entry.grants, entry.data, old)
  if (writable.problems.length > 0) return refuse(recordInvalid, { pointer: '/data', also: writable.problems })
  const decision = decideRecord(definition, writable.data, before, {
    holds: holdsAt(now, zone),
    newIdentifier: identifierMaker(context),
  })
  if (!decision.ok) return refuse(recordInvalid, { pointer: '/data', also: decision.problems })
  const missing = await missingReferences(tx, definition, decision.data)
  if (missing.length > 0) return refuse(recordInvalid, { pointer: '/data', also: missing })
  return decision
}

function refuseTaken(decision: Decided, held: readonly string[]): Refused<'registers.record-exists'> {
  const pointer = decision.keys.find(key => key.key === held[0])?.pointer ?? ''
  return refuse(recordExists, { pointer: `/data${pointer}`, params: { key: held[0] ?? '' } })
}

/** Whose hands a version went through. */
function hands({ grants, asked, loadedFor }: Entry, actor: string) {
  if (asked === undefined) return { by: loadedFor ?? actor, ground: grants?.[0]?.ground ?? null }
  return { by: asked.by, ground: asked.ground, approvedBy: actor }
}

/** Writes the first version of a record: content, keys, projection, announcement. */
export async function addRecord(
  context: Context,
  definition: RegisterDefinition,
  record: string,
  entry: Entry,
): Promise<{ record: string; version: number } | Invalid | Refused<'registers.record-exists'>> {
  const { tx, now, actor } = context
  const decision = await decideEntry(context, definition, entry, 'nothing')
  if (!('ok' in decision)) return decision
  const first = {
    register: definition.id,
    record,
    version: 1,
    schemaVersion: definition.version,
    data: decision.data,
    validFrom: entry.validFrom ?? legalDateOf(context, definition.owner),
    now,
    source: entry.source,
    reason: entry.reason,
    ...hands(entry, actor.id),
    kind: entry.kind,
  }
  const keys = await storedKeys(context, definition, decision.keys)
  const { added, held } = await beginRecord(tx, definition, first, keys, decision.columns)
  if (held.length > 0) return refuseTaken(decision, held)
  if (!added) return refuse(recordExists, { pointer: '/record', params: { key: 'record' } })
  context.concerns(subjectsOf(definition, record, decision.data), [`register:${definition.id}`])
  await context.emit(recordRegistered, { subject: record, data: { register: definition.id, record, version: 1 } })
  return { record, version: 1 }
}

type Refusal = Invalid | Refused<'registers.record-exists'> | Refused<'registers.record-changed-meanwhile'>

/** Writes the next version of a record over the current one: content, keys, projection, announcement. */
export async function addVersion(
  context: Context,
  definition: RegisterDefinition,
  current: StoredRecord,
  entry: Entry,
): Promise<{ record: string; version: number } | Refusal> {
  const decision = await decideEntry(context, definition, entry, current.data)
  if (!('ok' in decision)) return decision
  return writeNext(context, definition, current, entry, decision, current.version + 1)
}

async function writeNext(
  context: Context,
  definition: RegisterDefinition,
  current: StoredRecord,
  entry: Entry,
  decision: Decided,
  version: number,
): Promise<{ record: string; version: number } | Refusal> {
  const { tx, now, actor } = context
  const { record } = current
  const keys = await storedKeys(context, definition, decision.keys)
  const next = {
    register: definition.id,
    record,
    version,
    schemaVersion: definition.version,
    data: decision.data,
    validFrom: entry.validFrom ?? legalDateOf(context, definition.owner),
    now,
    source: entry.source,
    reason: entry.reason,
    ...hands(entry, actor.id),
    kind: entry.kind,
  }
  const { closed, added, held } = await replaceVersion(tx, definition, current.version, next, keys, decision.columns)
  if (!closed) return refuse(recordChangedMeanwhile, { params: { version: current.version } })
  if (held.length > 0) return refuseTaken(decision, held)
  if (!added) throw new Error(`${record} has version ${version} though ${current.version} was the current one`)
  context.concerns(subjectsOf(definition, record, decision.data), [`register:${definition.id}`])
  if (entry.loadedFor === undefined)
    await context.emit(recordChanged, { subject: record, data: { register: definition.id, record, version } })
  return { record, version }
}

/**
 * Sets right what was said of a time that is past and leaves what holds today: the corrected content for that time, and
 * after it what held before, both as new versions. What was known until now stays readable as it was known.
 * @param wrong the version that was wrong, and the first day on which it no longer held.
 */
export async function addPastCorrection(
  context: Context,
  definition: RegisterDefinition,
  current: StoredRecord,
  wrong: { readonly version: StoredRecord; readonly until: string },
  entry: Entry,
): Promise<{ record: string; version: number } | Refusal> {
  const { tx, now, actor } = context
  const decision = await decideEntry(context, definition, entry, wrong.version.data)
  if (!('ok' in decision)) return decision
  const version = current.version + 1
  const isNext = await insertVersion(tx, {
    register: definition.id,
    record: current.record,
    version,
    schemaVersion: definition.version,
    data: decision.data,
    validFrom: wrong.version.validFrom,
    validTo: wrong.until,
    now,
    source: entry.source,
    reason: entry.reason,
    ...hands(entry, actor.id),
    kind: 'correction',
    superseded: true,
  })
  if (!isNext) return refuse(recordChangedMeanwhile, { params: { version: current.version } })
  insertPast(tx, definition, current.record, version, decision.columns)
  const goesOn: Entry = {
    ...entry,
    data: current.data,
    grants: null,
    validFrom: current.validFrom,
    kind: 'continuation',
  }
  const unchanged = await decideEntry(context, definition, goesOn, current.data)
  if (!('ok' in unchanged)) return unchanged
  return writeNext(context, definition, current, goesOn, unchanged, version + 1)
}

/** Ends a record that was merged into another one: no current version, no keys, no place in searches; its past stays. */
export async function endRecord(
  context: Context,
  definition: RegisterDefinition,
  current: StoredRecord,
): Promise<Refused<'registers.record-changed-meanwhile'> | null> {
  const { tx, now } = context
  if (!(await closeVersion(tx, definition.id, current.record, current.version, now)))
    return refuse(recordChangedMeanwhile, { params: { version: current.version } })
  await deleteKeys(tx, definition.id, current.record)
  keepPast(tx, definition, current.record, current.version)
  deleteProjection(tx, definition, current.record)
  return null
}

/** Lets a record live again that had been ended, with the content that it ended with, as a new version. */
export async function reviveRecord(
  context: Context,
  definition: RegisterDefinition,
  ended: StoredRecord,
  entry: Omit<Entry, 'data' | 'grants'>,
): Promise<{ record: string; version: number } | Invalid | Refused<'registers.record-exists'>> {
  const { tx, now } = context
  const decision = await decideEntry(context, definition, { data: ended.data, grants: null }, ended.data)
  if (!('ok' in decision)) return decision
  const version = ended.version + 1
  const next = {
    register: definition.id,
    record: ended.record,
    version,
    schemaVersion: definition.version,
    data: decision.data,
    validFrom: ended.validFrom,
    now,
    source: entry.source,
    reason: entry.reason,
    by: context.actor.id,
    ground: null,
    kind: entry.kind,
  }
  const keys = await storedKeys(context, definition, decision.keys)
  const { added, held } = await beginRecord(tx, definition, next, keys, decision.columns)
  if (held.length > 0) return refuseTaken(decision, held)
  if (!added) throw new Error(`${ended.record} has version ${version} though it had ended with ${ended.version}`)
  context.concerns(subjectsOf(definition, ended.record, decision.data), [`register:${definition.id}`])
  await context.emit(recordChanged, {
    subject: ended.record,
    data: { register: definition.id, record: ended.record, version },
  })
  return { record: ended.record, version }
}
