import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** A declared emergency as it is kept. */
export interface EmergencyRow {
  readonly tenant: string
  readonly id: string
  readonly official: string
  readonly roles: readonly string[]
  readonly reason: string
  readonly about: string | null
  readonly begunAt: string
  readonly until: string
  readonly endedAt: string | null
  readonly reviewedBy: string | null
  readonly reviewedAt: string | null
  readonly justified: boolean | null
  readonly remark: string | null
}

const columns = sql`tenant, id, official, roles, reason, about, begun_at as "begunAt", until, ended_at as "endedAt",
  reviewed_by as "reviewedBy", reviewed_at as "reviewedAt", justified, remark`

/** A place in a list of emergencies: newest first. */
export interface EmergencyPlace {
  readonly begunAt: string
  readonly id: string
}

/** Keeps a new emergency of the transaction's organisation. */
export async function insertEmergency(
  tx: Tx,
  row: Pick<EmergencyRow, 'id' | 'official' | 'roles' | 'reason' | 'about'> & { begunAt: Date; until: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into access.emergencies (tenant, id, official, roles, reason, about, begun_at, until)
      values (${tx.tenant}, ${row.id}, ${row.official}, ${row.roles as string[]}::text[], ${row.reason}, ${row.about},
        ${row.begunAt}, ${row.until})`,
  )
}

/** Waits until nothing else of an official's emergencies is being written. */
export async function lockEmergenciesOf(tx: Tx, official: string): Promise<void> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${official}, 4911003))`)
}

/** The emergency of an official that runs at a moment; null when none does. */
export async function findRunning(
  reader: Reader,
  tenant: string,
  official: string,
  now: Date,
): Promise<EmergencyRow | null> {
  return findRow(
    reader,
    sql<EmergencyRow>`select ${columns} from access.emergencies
      where tenant = ${tenant} and official = ${official} and ended_at is null and begun_at <= ${now} and until > ${now}
      order by begun_at desc limit 1`,
  )
}

/** An emergency by id, locked until the transaction ends. */
export async function findEmergencyForUpdate(tx: Tx, id: string): Promise<EmergencyRow | null> {
  return findRow(
    tx,
    sql<EmergencyRow>`select ${columns} from access.emergencies where tenant = ${tx.tenant} and id = ${id} for update`,
  )
}

/** Ends an emergency before its time. */
export async function updateEnd(tx: Tx, id: string, at: Date): Promise<void> {
  await run(
    tx,
    sql`update access.emergencies set ended_at = ${at} where tenant = ${tx.tenant} and id = ${id} and ended_at is null`,
  )
}

/** Keeps what a review said. */
export async function updateReview(
  tx: Tx,
  id: string,
  review: { by: string; at: Date; justified: boolean; remark: string },
): Promise<void> {
  await run(
    tx,
    sql`update access.emergencies set reviewed_by = ${review.by}, reviewed_at = ${review.at},
        justified = ${review.justified}, remark = ${review.remark}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Emergencies of an organisation, newest first, from after a place; of one official, or those without a review, where it is said. */
export async function listEmergenciesOf(
  reader: Reader,
  tenant: string,
  wanted: { official: string | null; unreviewed: boolean },
  after: EmergencyPlace | null,
  limit: number,
): Promise<EmergencyRow[]> {
  const before = after === null ? sql`true` : sql`(begun_at, id) < (${after.begunAt}::timestamptz, ${after.id})`
  const whose = wanted.official === null ? sql`true` : sql`official = ${wanted.official}`
  const waiting = wanted.unreviewed ? sql`reviewed_at is null` : sql`true`
  return rows(
    reader,
    sql<EmergencyRow>`select ${columns} from access.emergencies
      where tenant = ${tenant} and ${whose} and ${waiting} and ${before}
      order by begun_at desc, id desc limit ${limit}`,
  )
}
