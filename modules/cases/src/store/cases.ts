import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { CaseOutcome, CaseStatus } from '../contract/case.ts'

/** A case as it is stored. */
export interface CaseRow {
  readonly tenant: string
  readonly id: string
  readonly number: string
  readonly key: string
  readonly service: string
  readonly serviceVersion: string
  readonly packageHash: string
  readonly person: string
  readonly channel: string
  readonly cause: string | null
  department: string | null
  status: CaseStatus
  stage: string | null
  waiting: 'applicant' | 'agency' | 'payment' | 'date' | null
  outcome: CaseOutcome | null
  appeal: 'none' | 'open' | 'upheld' | 'dismissed'
  deadline: string | null
  data: Record<string, unknown>
  revision: number
  readonly openedAt: string
  submittedAt: string | null
  registeredAt: string | null
  decidedAt: string | null
  appealedAt: string | null
  endedAt: string | null
  rating: number | null
}

const columns = sql`tenant, id, number, key, service, service_version as "serviceVersion", package_hash as "packageHash", person,
  channel, cause, department, status, stage, waiting, outcome, appeal, deadline, data, revision, opened_at as "openedAt",
  submitted_at as "submittedAt", registered_at as "registeredAt", decided_at as "decidedAt",
  appealed_at as "appealedAt", ended_at as "endedAt", rating`

/** Writes a new case; false when its key was used before. */
export async function insertCase(tx: Tx, row: CaseRow): Promise<boolean> {
  const written = await run(
    tx,
    sql`insert into cases.cases (tenant, id, number, key, service, service_version, package_hash, person, department, channel, cause,
        status, data, opened_at, submitted_at)
      values (${tx.tenant}, ${row.id}, ${row.number}, ${row.key}, ${row.service}, ${row.serviceVersion}, ${row.packageHash},
        ${row.person}, ${row.department}, ${row.channel}, ${row.cause}, ${row.status}, ${JSON.stringify(row.data)}::jsonb,
        ${row.openedAt}, ${row.submittedAt})
      on conflict (tenant, key) do nothing`,
  )
  return written === 1
}

/** The case opened under a key. */
export async function findCaseByKey(reader: Reader, tenant: string, key: string): Promise<CaseRow | null> {
  return findRow(reader, sql<CaseRow>`select ${columns} from cases.cases where tenant = ${tenant} and key = ${key}`)
}

/** A case, read. */
export async function findCase(reader: Reader, tenant: string, id: string): Promise<CaseRow | null> {
  return findRow(reader, sql<CaseRow>`select ${columns} from cases.cases where tenant = ${tenant} and id = ${id}`)
}

/** A case, locked until the transaction ends: nobody else moves it meanwhile. */
export async function lockCase(tx: Tx, id: string): Promise<CaseRow | null> {
  return findRow(
    tx,
    sql<CaseRow>`select ${columns} from cases.cases where tenant = ${tx.tenant} and id = ${id} for update`,
  )
}

/** Writes what changed in a locked case. */
export async function updateCase(tx: Tx, row: CaseRow): Promise<void> {
  await run(
    tx,
    sql`update cases.cases set department = ${row.department}, status = ${row.status}, stage = ${row.stage}, waiting = ${row.waiting},
        outcome = ${row.outcome}, appeal = ${row.appeal}, deadline = ${row.deadline}::date, data = ${JSON.stringify(row.data)}::jsonb,
        revision = revision + 1, submitted_at = ${row.submittedAt}, registered_at = ${row.registeredAt},
        decided_at = ${row.decidedAt}, appealed_at = ${row.appealedAt}, ended_at = ${row.endedAt}
      where tenant = ${tx.tenant} and id = ${row.id}`,
  )
}

/** Writes a person's rating. */
export async function updateRating(tx: Tx, id: string, rating: number, comment: string | null): Promise<void> {
  await run(
    tx,
    sql`update cases.cases set rating = ${rating}, rating_comment = ${comment} where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Cases of a person from all organisations, newest first, after a cursor: own ones, and those in which a task waits for the person. */
export async function listCasesOfPerson(
  reader: Reader,
  person: string,
  cause: string | null,
  after: { at: string; id: string } | null,
  limit: number,
): Promise<CaseRow[]> {
  return rows(
    reader,
    sql<CaseRow>`select ${columns} from cases.cases
      where (person = ${person}
          or (tenant, id) in (select t.tenant, t.case_id from cases.tasks t where t.person = ${person} and t.ended_at is null))
        and (${cause}::text is null or cause = ${cause})
        and (${after?.at ?? null}::timestamptz is null or (opened_at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}))
      order by opened_at desc, id desc limit ${limit}`,
  )
}

/** Several cases by id, of one organisation. */
export async function listCasesById(reader: Reader, tenant: string, ids: readonly string[]): Promise<CaseRow[]> {
  return rows(
    reader,
    sql<CaseRow>`select ${columns} from cases.cases where tenant = ${tenant} and id = any(${ids as string[]})`,
  )
}
