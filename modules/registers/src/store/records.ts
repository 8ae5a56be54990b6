import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Provenance, RegisterRecord } from '../contract/record.ts'

interface Row {
  tenant: string
  register: string
  id: string
  version: number
  data: Record<string, unknown>
  valid_from: string
  recorded_at: string
  source_kind: string
  source_reference: string
  source_organisation: string
}

const columns = sql`r.tenant, r.register, r.id, r.version, r.data, lower(r.valid)::text as valid_from,
  lower(r.recorded) as recorded_at, r.source_kind, r.source_reference, r.source_organisation`

function toRecord(row: Row): RegisterRecord {
  return {
    organisation: row.tenant,
    register: row.register,
    record: row.id,
    version: row.version,
    data: row.data,
    validFrom: row.valid_from,
    validTo: null,
    recordedAt: row.recorded_at,
    source: {
      kind: row.source_kind as Provenance['kind'],
      reference: row.source_reference,
      organisation: row.source_organisation,
    },
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
  readonly now: Date
  readonly source: Provenance
  readonly reason: string | null
}

/** Adds a version: the first of a record, or one after `closeVersion`. False when the record has that version already. */
export async function insertVersion(tx: Tx, version: NewVersion): Promise<boolean> {
  const written = await run(
    tx,
    sql`insert into registers.records
      (tenant, register, id, version, schema_version, data, valid, recorded, source_kind, source_reference, source_organisation, reason)
      values (${tx.tenant}, ${version.register}, ${version.record}, ${version.version}, ${version.schemaVersion},
        ${JSON.stringify(version.data)}::jsonb, daterange(${version.validFrom}::date, null), tstzrange(${version.now}, null),
        ${version.source.kind}, ${version.source.reference}, ${version.source.organisation}, ${version.reason})
      on conflict do nothing`,
  )
  return written === 1
}

/** Adds the first versions of many records; gives the ids of those that were not there. */
export async function insertFirstVersions(
  tx: Tx,
  batch: { register: string; schemaVersion: string; now: Date; source: Provenance },
  records: readonly { record: string; data: Record<string, unknown>; validFrom: string }[],
): Promise<Set<string>> {
  const written = await rows(
    tx,
    sql<{ id: string }>`insert into registers.records
      (tenant, register, id, version, schema_version, data, valid, recorded, source_kind, source_reference, source_organisation)
      select ${tx.tenant}, ${batch.register}, id, 1, ${batch.schemaVersion}, data, daterange(valid_from, null), tstzrange(${batch.now}, null),
        ${batch.source.kind}, ${batch.source.reference}, ${batch.source.organisation}
      from unnest(${records.map(({ record }) => record)}::text[], ${records.map(({ data }) => JSON.stringify(data))}::jsonb[],
        ${records.map(({ validFrom }) => validFrom)}::date[]) as given (id, data, valid_from)
      on conflict do nothing returning id`,
  )
  return new Set(written.map(({ id }) => id))
}

/** Ends the time in which a version was what we knew; false when it was not the current one. */
export async function closeVersion(
  tx: Tx,
  register: string,
  record: string,
  version: number,
  now: Date,
): Promise<boolean> {
  const closed = await run(
    tx,
    sql`update registers.records set recorded = tstzrange(lower(recorded), greatest(${now}::timestamptz, lower(recorded)))
      where tenant = ${tx.tenant} and register = ${register} and id = ${record} and version = ${version} and upper_inf(recorded)`,
  )
  return closed === 1
}

/** The current version of a record. */
export async function findCurrent(
  reader: Reader,
  tenant: string,
  register: string,
  record: string,
): Promise<RegisterRecord | null> {
  const row = await findRow(
    reader,
    sql<Row>`select ${columns} from registers.records r
      where r.tenant = ${tenant} and r.register = ${register} and r.id = ${record} and upper_inf(r.recorded)`,
  )
  return row === null ? null : toRecord(row)
}

/** The version that was valid on a legal date, as we know it today. */
export async function findAsOf(
  reader: Reader,
  tenant: string,
  register: string,
  record: string,
  date: string,
): Promise<RegisterRecord | null> {
  const row = await findRow(
    reader,
    sql<Row>`select ${columns} from registers.records r
      where r.tenant = ${tenant} and r.register = ${register} and r.id = ${record} and lower(r.valid) <= ${date}::date
      order by r.version desc limit 1`,
  )
  return row === null ? null : toRecord(row)
}

/** All versions, newest first. */
export async function listVersionRows(
  reader: Reader,
  tenant: string,
  register: string,
  record: string,
): Promise<RegisterRecord[]> {
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
): Promise<RegisterRecord[]> {
  const found = await rows(
    reader,
    sql<Row>`select ${columns} from registers.records r
      where r.tenant = ${tenant} and r.register = ${register} and r.id = any(${ids as string[]}) and upper_inf(r.recorded)`,
  )
  const byId = new Map(found.map(row => [row.id, toRecord(row)]))
  return ids.map(id => byId.get(id)).filter(record => record !== undefined)
}
