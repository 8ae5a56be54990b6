import { type Fragment, findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { CaseOutcome, CaseStatus } from '../contract/case.ts'
import { type InstanceJson, type InstanceRow, liveInstance } from './instances.ts'
import type { WorkKind } from './work.ts'

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
  /** Who applied for the person; null where they did themselves, or nobody. */
  readonly submitter: string | null
  readonly channel: string
  readonly cause: string | null
  /** The key under which the event that began it knows it. */
  readonly businessKey: string | null
  department: string | null
  status: CaseStatus
  stage: string | null
  waiting: 'applicant' | 'agency' | 'date' | null
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
  /** What moving the case needs beside it, of a row that was locked to be moved. */
  readonly loaded?: Loaded
}

/** What {@link lockCase} reads with a case. */
export interface Loaded {
  /** Instances that have not ended. */
  readonly instances: readonly InstanceRow[]
  /** The last place of each kind of rows that are in order; 0 when there is none. */
  readonly last: LastPlaces
  /** Open tasks, with whose they are; null: officials'. */
  readonly tasks: readonly { readonly id: string; readonly person: string | null }[]
  /** What the case waits for and no person does. */
  readonly work: readonly { readonly id: string; readonly kind: WorkKind }[]
}

/** The last places in the order of a case's acts, decisions, timeline and history. */
export interface LastPlaces {
  readonly acts: number
  readonly decisions: number
  readonly timeline: number
  readonly history: number
}

const columns = sql`tenant, id, number, key, service, service_version as "serviceVersion", package_hash as "packageHash", person, submitter,
  channel, cause, department, status, stage, waiting, outcome, appeal, deadline, data, revision, opened_at as "openedAt",
  submitted_at as "submittedAt", registered_at as "registeredAt", decided_at as "decidedAt",
  appealed_at as "appealedAt", ended_at as "endedAt", rating, business_key as "businessKey"`

/** Writes new cases in one statement; gives the ids of those whose key was not used before. */
export async function insertCases(tx: Tx, cases: readonly CaseRow[]): Promise<ReadonlySet<string>> {
  const json = cases.map(row => ({
    id: row.id,
    number: row.number,
    key: row.key,
    service: row.service,
    service_version: row.serviceVersion,
    package_hash: row.packageHash,
    person: row.person,
    submitter: row.submitter,
    department: row.department,
    channel: row.channel,
    cause: row.cause,
    business_key: row.businessKey,
    status: row.status,
    data: row.data,
    opened_at: row.openedAt,
    submitted_at: row.submittedAt,
  }))
  const written = await rows(
    tx,
    sql<{
      id: string
    }>`insert into cases.cases (tenant, id, number, key, service, service_version, package_hash, person, submitter, department,
        channel, cause, business_key, status, data, opened_at, submitted_at)
      select ${tx.tenant}, c.* from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as c (id text, number text, key text, service text,
        service_version text, package_hash text, person text, submitter text, department text, channel text, cause text, business_key text, status text, data jsonb,
        opened_at timestamptz, submitted_at timestamptz)
      on conflict (tenant, key) do nothing
      returning id`,
  )
  return new Set(written.map(({ id }) => id))
}

/** Writes a new case; false when its key was used before. */
export async function insertCase(tx: Tx, row: CaseRow): Promise<boolean> {
  return (await insertCases(tx, [row])).has(row.id)
}

/** The case opened under a key. */
export async function findCaseByKey(reader: Reader, tenant: string, key: string): Promise<CaseRow | null> {
  return findRow(reader, sql<CaseRow>`select ${columns} from cases.cases where tenant = ${tenant} and key = ${key}`)
}

/** A case, read. */
export async function findCase(reader: Reader, tenant: string, id: string): Promise<CaseRow | null> {
  return findRow(reader, sql<CaseRow>`select ${columns} from cases.cases where tenant = ${tenant} and id = ${id}`)
}

type LockedRow = Omit<CaseRow, 'loaded'> &
  Pick<Loaded, 'tasks' | 'work'> & {
    instances: InstanceJson[]
    lastAct: number
    lastDecision: number
    lastLine: number
    lastHistory: number
  }

/**
 * A statement sees what was there when it began, though it waited for a lock since: so the lock and the reading are two, sent
 * together. The ids of the reading are a subquery: PostgreSQL would otherwise plan it anew for each number of them.
 */
async function lock(tx: Tx, ids: readonly string[], skip: Fragment): Promise<CaseRow[]> {
  const [locked, found] = await Promise.all([
    rows(
      tx,
      sql<{
        id: string
      }>`select id from cases.cases where tenant = ${tx.tenant} and id = any(${ids as string[]}::text[]) order by id
        for update${skip}`,
    ),
    rows(
      tx,
      sql<LockedRow>`select ${columns}, last_act as "lastAct", last_decision as "lastDecision", last_line as "lastLine",
          last_history as "lastHistory",
          coalesce((select jsonb_agg(to_jsonb(i) order by i.id) from cases.instances i
            where i.tenant = c.tenant and i.case_id = c.id and i.ended_at is null), '[]') as instances,
          coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'person', t.person)) from cases.tasks t
            where t.tenant = c.tenant and t.case_id = c.id and t.ended_at is null), '[]') as tasks,
          coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'kind', w.kind)) from cases.work w
            where w.tenant = c.tenant and w.case_id = c.id), '[]') as work
        from cases.cases c where c.tenant = ${tx.tenant} and c.id = any((select ${ids as string[]}::text[])::text[]) order by c.id`,
    ),
  ])
  const own = new Set(locked.map(({ id }) => id))
  return found
    .filter(({ id }) => own.has(id))
    .map(({ instances, tasks, work, lastAct, lastDecision, lastLine, lastHistory, ...row }) => ({
      ...row,
      loaded: {
        instances: instances.map(liveInstance),
        last: { acts: lastAct, decisions: lastDecision, timeline: lastLine, history: lastHistory },
        tasks,
        work,
      },
    }))
}

/**
 * Cases with all that moving them needs, in one round trip; locked until the transaction ends: nobody else moves them meanwhile. In
 * the order of their ids, so that two who lock several never wait for each other.
 */
export async function lockCases(tx: Tx, ids: readonly string[]): Promise<CaseRow[]> {
  return lock(tx, ids, sql``)
}

/** The same without the cases that somebody moves right now: work in the background never waits for people, nor they for it. */
export async function lockFreeCases(tx: Tx, ids: readonly string[]): Promise<CaseRow[]> {
  return lock(tx, ids, sql` skip locked`)
}

/** A case with all that moving it needs, locked until the transaction ends; null when there is none. */
export async function lockCase(tx: Tx, id: string): Promise<CaseRow | null> {
  return (await lock(tx, [id], sql``))[0] ?? null
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
  only: { readonly cause: string | null; readonly services: readonly string[] | null },
  after: { at: string; id: string } | null,
  limit: number,
): Promise<CaseRow[]> {
  const { cause, services } = only
  return rows(
    reader,
    sql<CaseRow>`select ${columns} from cases.cases
      where (person = ${person}
          or (tenant, id) in (select t.tenant, t.case_id from cases.tasks t where t.person = ${person} and t.ended_at is null))
        and (${cause}::text is null or cause = ${cause})
        and (${services}::text[] is null or service = any(${services}::text[]))
        and (${after?.at ?? null}::timestamptz is null or (opened_at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}))
      order by opened_at desc, id desc limit ${limit}`,
  )
}

/** What lists of tasks show and ask of a case: of its data only the applicant's name, who decided, and the violation that it is about. */
export type ListedCase = Pick<
  CaseRow,
  'tenant' | 'id' | 'number' | 'service' | 'serviceVersion' | 'person' | 'department' | 'waiting' | 'data'
>

/** The cases of the tasks of a list, of one organisation. */
export async function listListedCases(reader: Reader, tenant: string, ids: readonly string[]): Promise<ListedCase[]> {
  return rows(
    reader,
    sql<ListedCase>`select tenant, id, number, service, service_version as "serviceVersion", person, department, waiting,
        jsonb_build_object('applicant', jsonb_build_object('name', data #> '{applicant,name}'),
          'decision', jsonb_build_object('official', data #> '{decision,official}'), 'violation', data -> 'violation') as data
      from cases.cases where tenant = ${tenant} and id = any(${ids as string[]})`,
  )
}

/** Several cases by id, of one organisation. */
export async function listCasesById(reader: Reader, tenant: string, ids: readonly string[]): Promise<CaseRow[]> {
  return rows(
    reader,
    sql<CaseRow>`select ${columns} from cases.cases where tenant = ${tenant} and id = any(${ids as string[]})`,
  )
}
