import { type Fragment, findRow, getRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Provenance, RegisterRecord, VersionKind } from '../contract/record.ts'

/** A record as the store holds it, before anything is withheld from a reader. */
export type StoredRecord = Omit<RegisterRecord, 'withheld' | 'keptUntil'>

/** A version as it is read. */
export interface Row {
  tenant: string
  register: string
  id: string
  version: number
  data: Record<string, unknown>
  valid_from: string
  valid_to: string | null
  recorded_at: string
  source_kind: string
  source_reference: string
  source_organisation: string
  recorded_by: string | null
  approved_by: string | null
  reason: string | null
  kind: VersionKind
}

/** The columns of a version, of `registers.records r`. */
export const columns = sql`r.tenant, r.register, r.id, r.version, r.data, lower(r.valid)::text as valid_from,
  upper(r.valid)::text as valid_to, lower(r.recorded) as recorded_at, r.source_kind, r.source_reference, r.source_organisation,
  r.recorded_by, r.approved_by, r.reason, r.kind`

/** A version of the columns read. */
export function toRecord(row: Row): StoredRecord {
  return {
    organisation: row.tenant,
    register: row.register,
    record: row.id,
    version: row.version,
    data: row.data,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    recordedAt: row.recorded_at,
    source: {
      kind: row.source_kind as Provenance['kind'],
      reference: row.source_reference,
      organisation: row.source_organisation,
    },
    recordedBy: row.recorded_by,
    approvedBy: row.approved_by,
    reason: row.reason,
    kind: row.kind,
  }
}

/** A version to be written. */
export interface NewVersion {
  readonly register: string
  readonly record: string
  readonly version: number
  readonly schemaVersion: string
  readonly data: Record<string, unknown>
  readonly validFrom: string
  /** The first day on which it no longer holds; open when absent. */
  readonly validTo?: string
  readonly now: Date
  readonly source: Provenance
  readonly reason: string | null
  readonly by: string
  readonly approvedBy?: string | undefined
  readonly ground: string | null
  readonly kind: VersionKind
  /** Whether it is superseded as it is written: a time that is past, corrected. */
  readonly superseded?: boolean
}

/** The statement that adds a version, where a condition holds and the record has no such version yet. */
export function addingVersion(tx: Tx, version: NewVersion, where: Fragment): Fragment {
  return sql`insert into registers.records
      (tenant, register, id, version, schema_version, data, valid, recorded, source_kind, source_reference, source_organisation, reason,
        recorded_by, ground, kind, approved_by)
      select ${tx.tenant}, ${version.register}, ${version.record}, ${version.version}::integer, ${version.schemaVersion},
        ${JSON.stringify(version.data)}::jsonb, daterange(${version.validFrom}::date, ${version.validTo ?? null}::date),
        case when ${version.superseded ?? false}::boolean then tstzrange(${version.now}, ${version.now}, '[]')
          else tstzrange(${version.now}, null) end,
        ${version.source.kind}, ${version.source.reference}, ${version.source.organisation}, ${version.reason},
        ${version.by}, ${version.ground}, ${version.kind}, ${version.approvedBy ?? null}
      where ${where} on conflict do nothing`
}

/** Adds a version: the first of a record, or one after `closeVersion`. False when the record has that version already. */
export async function insertVersion(tx: Tx, version: NewVersion): Promise<boolean> {
  return (await run(tx, addingVersion(tx, version, sql`true`))) === 1
}

/** Adds the first versions of many records; gives the ids of those that were not there. */
export async function insertFirstVersions(
  tx: Tx,
  batch: {
    register: string
    schemaVersion: string
    now: Date
    source: Provenance
    by?: string
    ground?: string | null
  },
  records: readonly { record: string; data: Record<string, unknown>; validFrom: string }[],
): Promise<Set<string>> {
  const written = await rows(
    tx,
    sql<{ id: string }>`insert into registers.records
      (tenant, register, id, version, schema_version, data, valid, recorded, source_kind, source_reference, source_organisation, recorded_by, ground)
      select ${tx.tenant}, ${batch.register}, id, 1, ${batch.schemaVersion}, data, daterange(valid_from, null), tstzrange(${batch.now}, null),
        ${batch.source.kind}, ${batch.source.reference}, ${batch.source.organisation},
        ${batch.by ?? null}::text, ${batch.ground ?? null}::text
      from unnest(${records.map(({ record }) => record)}::text[], ${records.map(({ data }) => JSON.stringify(data))}::jsonb[],
        ${records.map(({ validFrom }) => validFrom)}::date[]) as given (id, data, valid_from)
      on conflict do nothing returning id`,
  )
  return new Set(written.map(({ id }) => id))
}

/** The statement that ends the time in which a version was what we knew, where it is the current one. */
export function closingVersion(tx: Tx, register: string, record: string, version: number, now: Date): Fragment {
  return sql`update registers.records set recorded = case when ${now}::timestamptz > lower(recorded)
        then tstzrange(lower(recorded), ${now}) else tstzrange(lower(recorded), lower(recorded), '[]') end
      where tenant = ${tx.tenant} and register = ${register} and id = ${record} and version = ${version} and upper_inf(recorded)`
}

/** Ends the time in which a version was what we knew; false when it was not the current one. */
export async function closeVersion(
  tx: Tx,
  register: string,
  record: string,
  version: number,
  now: Date,
): Promise<boolean> {
  return (await run(tx, closingVersion(tx, register, record, version, now))) === 1
}

/** The current version of a record. */
export async function findCurrent(
  reader: Reader,
  tenant: string,
  register: string,
  record: string,
): Promise<StoredRecord | null> {
  const row = await findRow(
    reader,
    sql<Row>`select ${columns} from registers.records r
      where r.tenant = ${tenant} and r.register = ${register} and r.id = ${record} and upper_inf(r.recorded)`,
  )
  return row === null ? null : toRecord(row)
}

/** A moment to look at: a legal date on which content is valid, an instant whose knowledge counts, or both. */
export interface LookAt {
  readonly asOf?: string
  readonly knownAt?: string
}

/** Conditions on the versions that count at a moment; the newest of those that count is the one that held. */
export function heldAt({ asOf, knownAt }: LookAt): Fragment {
  const valid = asOf === undefined ? sql`true` : sql`r.valid @> ${asOf}::date`
  const known = knownAt === undefined ? sql`true` : sql`lower(r.recorded) <= ${knownAt}::timestamptz`
  // A time that is past, corrected, is no newest content: only a look at a date in it finds it.
  const open = asOf === undefined ? sql`upper_inf(r.valid)` : sql`true`
  return sql`${valid} and ${known} and ${open}`
}

/** The version that held at a moment. */
export async function findHeld(
  reader: Reader,
  tenant: string,
  register: string,
  record: string,
  at: LookAt,
): Promise<StoredRecord | null> {
  const row = await findRow(
    reader,
    sql<Row>`select ${columns} from registers.records r
      where r.tenant = ${tenant} and r.register = ${register} and r.id = ${record} and ${heldAt(at)}
      order by r.version desc limit 1`,
  )
  return row === null ? null : toRecord(row)
}

/**
 * The day on which what held at a moment gave way to other content that was known: the least first day of later versions
 * after its own; null when none was known.
 */
export async function findNextChange(
  reader: Reader,
  { organisation, register, record, version, validFrom }: StoredRecord,
  knownAt?: string,
): Promise<string | null> {
  const known = knownAt === undefined ? sql`true` : sql`lower(r.recorded) <= ${knownAt}::timestamptz`
  const row = await findRow(
    reader,
    sql<{ next: string | null }>`select min(lower(r.valid))::text as next from registers.records r
      where r.tenant = ${organisation} and r.register = ${register} and r.id = ${record} and r.version > ${version}
        and lower(r.valid) > ${validFrom}::date and ${known}`,
  )
  return row?.next ?? null
}

/** One version of a record. */
export async function findVersion(
  reader: Reader,
  tenant: string,
  register: string,
  record: string,
  version: number,
): Promise<StoredRecord | null> {
  const row = await findRow(
    reader,
    sql<Row>`select ${columns} from registers.records r
      where r.tenant = ${tenant} and r.register = ${register} and r.id = ${record} and r.version = ${version}`,
  )
  return row === null ? null : toRecord(row)
}

/** All versions, newest first. */
export async function listVersionRows(
  reader: Reader,
  tenant: string,
  register: string,
  record: string,
): Promise<StoredRecord[]> {
  const found = await rows(
    reader,
    sql<Row>`select ${columns} from registers.records r
      where r.tenant = ${tenant} and r.register = ${register} and r.id = ${record} order by r.version desc`,
  )
  return found.map(toRecord)
}

/** Which of the given records exist. */
export async function listExisting(
  reader: Reader,
  tenant: string,
  register: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const found = await rows(
    reader,
    sql<{ id: string }>`select r.id from registers.records r
      where r.tenant = ${tenant} and r.register = ${register} and r.id = any(${ids as string[]}) and upper_inf(r.recorded)`,
  )
  return new Set(found.map(row => row.id))
}

/** Current records by id, for the page that a projection found. */
export async function listCurrent(
  reader: Reader,
  tenant: string,
  register: string,
  ids: readonly string[],
): Promise<StoredRecord[]> {
  const found = await rows(
    reader,
    sql<Row>`select ${columns} from registers.records r
      where r.tenant = ${tenant} and r.register = ${register} and r.id = any(${ids as string[]}) and upper_inf(r.recorded)`,
  )
  const byId = new Map(found.map(row => [row.id, toRecord(row)]))
  return ids.map(id => byId.get(id)).filter(record => record !== undefined)
}

/** Current records after an id, in id order: a portion of long work. */
export async function listAfter(
  reader: Reader,
  tenant: string,
  register: string,
  after: string,
  limit: number,
): Promise<StoredRecord[]> {
  const found = await rows(
    reader,
    sql<Row>`select ${columns} from registers.records r
      where r.tenant = ${tenant} and r.register = ${register} and r.id > ${after} and upper_inf(r.recorded)
      order by r.id limit ${limit}`,
  )
  return found.map(toRecord)
}

/** In the schema of which version of the register a version of a record was written. */
export async function findSchemaVersion(
  reader: Reader,
  tenant: string,
  register: string,
  { record, version }: Pick<StoredRecord, 'record' | 'version'>,
): Promise<string> {
  const { schema_version } = await getRow(
    reader,
    sql<{ schema_version: string }>`select schema_version from registers.records
      where tenant = ${tenant} and register = ${register} and id = ${record} and version = ${version}`,
  )
  return schema_version
}
