import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { SignatoryState } from '../rules/decide-signing.ts'

/** Somebody whom the applicant asked to sign. */
export interface SignatoryRow {
  readonly tenant: string
  readonly id: string
  readonly caseId: string
  readonly person: string
  readonly state: SignatoryState
  readonly askedAt: string
  /** Who asked: the applicant, or who acted for them. */
  readonly askedBy: string
  /** Last local date on which they may sign. */
  readonly until: string
  readonly settledAt: string | null
  /** Why they declined, in their own words. */
  readonly reason: string | null
}

const columns = sql`tenant, id, case_id as "caseId", person, state, asked_at as "askedAt", asked_by as "askedBy", until_day as until,
  settled_at as "settledAt", reason`

/** Keeps who was asked. */
export async function insertSignatory(
  tx: Tx,
  asked: Pick<SignatoryRow, 'id' | 'caseId' | 'person' | 'askedBy' | 'until'> & {
    readonly now: Date
    readonly untilAt: string
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into cases.signatories (tenant, id, case_id, person, state, asked_at, asked_by, until_day, until_at)
      values (${tx.tenant}, ${asked.id}, ${asked.caseId}, ${asked.person}, 'asked', ${asked.now}, ${asked.askedBy}, ${asked.until}::date,
        ${asked.untilAt}::timestamptz)`,
  )
}

/** Who was asked in a case, in the order in which they were. */
export function listSignatories(reader: Reader, tenant: string, caseId: string): Promise<SignatoryRow[]> {
  return rows(
    reader,
    sql<SignatoryRow>`select ${columns} from cases.signatories where tenant = ${tenant} and case_id = ${caseId} order by asked_at, id`,
  )
}

/** One of those who were asked in a case. */
export function findSignatory(
  reader: Reader,
  tenant: string,
  caseId: string,
  id: string,
): Promise<SignatoryRow | null> {
  return findRow(
    reader,
    sql<SignatoryRow>`select ${columns} from cases.signatories where tenant = ${tenant} and case_id = ${caseId} and id = ${id}`,
  )
}

/** How a request came to its end. */
export async function settleSignatory(
  tx: Tx,
  id: string,
  end: { readonly state: Exclude<SignatoryState, 'asked'>; readonly now: Date; readonly reason?: string },
): Promise<void> {
  await run(
    tx,
    sql`update cases.signatories set state = ${end.state}, settled_at = ${end.now}, reason = coalesce(${end.reason ?? null}, reason)
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Requests whose term is over, of all organisations, the first first. */
export function listLapsed(
  reader: Reader,
  now: Date,
  limit: number,
): Promise<Pick<SignatoryRow, 'tenant' | 'id' | 'caseId'>[]> {
  return rows(
    reader,
    sql<Pick<SignatoryRow, 'tenant' | 'id' | 'caseId'>>`select tenant, id, case_id as "caseId" from cases.signatories
      where state = 'asked' and until_at <= ${now} order by until_at limit ${limit}`,
  )
}

/** When the next term of a signatory is over. */
export const dueSignatories = sql<Due>`select min(until_at) as at from cases.signatories where state = 'asked'`
