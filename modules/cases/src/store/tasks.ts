import { type Fragment, findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { JsonObject } from '@tereze/operation'

/** Something that a person has to do in a case. */
export interface TaskRow {
  readonly tenant: string
  readonly id: string
  readonly caseId: string
  /** Null: the application form itself. */
  readonly instance: string | null
  readonly node: string
  readonly role: string
  /** The person whose task it is; null: officials of the role. */
  readonly person: string | null
  readonly department: string | null
  readonly form: string | null
  readonly deadline: string | null
  readonly openedAt: string
  readonly holder: string | null
  readonly endedAt: string | null
  readonly endedBy: string | null
  readonly outcome: string | null
  /** Variables that the process hands to this task alone. */
  readonly local: Readonly<Record<string, unknown>>
  /** Code of the territory; null: none, or a task of a person. */
  readonly territory: string | null
  /** Who gave it to its holder for a time and stays answerable, and the last local date of that time. */
  readonly answerable: string | null
  readonly delegatedUntil: string | null
  /** Role whose work it was before it went to a superior; null: it did not. */
  readonly cameFrom: string | null
}

/** Columns of a task, of the table or query called `t`. */
export const taskColumns = sql`t.tenant, t.id, t.case_id as "caseId", t.instance, t.node, t.role, t.person, t.department, t.form, t.deadline,
  t.opened_at as "openedAt", t.holder, t.ended_at as "endedAt", t.ended_by as "endedBy", t.outcome, t.territory,
  t.answerable, t.delegated_until as "delegatedUntil", t.came_from as "cameFrom", t.local`

/** What lists narrow and find a task of officials by; texts are keys of a search. */
export interface TaskKeys {
  readonly service: string
  readonly territory: string | null
  readonly number: string
  readonly byFamily: string | null
  readonly byGiven: string | null
  readonly identifier: string | null
}

/** A task to be opened; one of officials with its keys. */
export type NewTask = Pick<
  TaskRow,
  'id' | 'caseId' | 'instance' | 'node' | 'role' | 'person' | 'department' | 'form' | 'deadline' | 'openedAt' | 'local'
> & { readonly keys?: TaskKeys | null }

/** How a task ended: when, by whom (null: by the process), and with what. */
export interface TaskEnd {
  readonly at: Date
  readonly by: string | null
  readonly outcome: string
}

/** New tasks, and tasks that a repaired process asks anew, as the parts `new_tasks` and `inserted_tasks` of a statement. */
export function taskInsertion(
  tenant: string,
  tasks: readonly (NewTask & { readonly end: TaskEnd | null })[],
): Fragment {
  const json = tasks.map(task => ({
    id: task.id,
    case_id: task.caseId,
    instance: task.instance,
    node: task.node,
    role: task.role,
    person: task.person,
    department: task.department,
    form: task.form,
    deadline: task.deadline,
    opened_at: task.openedAt,
    local: task.local,
    service: task.keys?.service ?? null,
    territory: task.keys?.territory ?? null,
    number: task.keys?.number ?? null,
    by_family: task.keys?.byFamily ?? null,
    by_given: task.keys?.byGiven ?? null,
    identifier: task.keys?.identifier ?? null,
    ended_at: task.end?.at ?? null,
    ended_by: task.end?.by ?? null,
    outcome: task.end?.outcome ?? null,
  }))
  return sql`new_tasks as (
    select * from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as t (id text, case_id text, instance text, node text, role text,
      person text, department text, form text, deadline date, opened_at timestamptz, local jsonb, service text, territory text,
      number text, by_family text, by_given text, identifier text, ended_at timestamptz,
      ended_by text, outcome text)
  ), inserted_tasks as (
    insert into cases.tasks (tenant, id, case_id, instance, node, role, person, department, form, deadline, opened_at, local,
      service, territory, number, by_family, by_given, identifier, ended_at, ended_by, outcome)
    select ${tenant}, t.* from new_tasks t
    on conflict (tenant, id) do update set role = excluded.role, person = excluded.person, department = excluded.department,
      deadline = excluded.deadline, opened_at = excluded.opened_at, local = excluded.local, holder = null,
      ended_at = excluded.ended_at, ended_by = excluded.ended_by, outcome = excluded.outcome, came_from = null, begun = null)`
}

/** The ends of open tasks, as a part `ended_tasks` of a statement. */
export function taskEnding(tenant: string, ends: readonly (TaskEnd & { readonly id: string })[]): Fragment {
  return sql`ended_tasks as (
    update cases.tasks t set ended_at = e.at, ended_by = e.by, outcome = e.outcome, begun = null
    from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as e (id text, at timestamptz, by text, outcome text)
    where t.tenant = ${tenant} and t.id = e.id and t.ended_at is null)`
}

/** Gives a task to an official, or back to all; a delegation ends by it. */
export async function updateHolder(tx: Tx, id: string, holder: string | null): Promise<void> {
  await run(
    tx,
    sql`update cases.tasks set holder = ${holder}, answerable = null, delegated_until = null
      where tenant = ${tx.tenant} and id = ${id} and ended_at is null`,
  )
}

/** Gives a task to a colleague for a time; who gave it stays answerable. */
export async function delegateHolder(
  tx: Tx,
  id: string,
  delegation: { holder: string; answerable: string; until: string },
): Promise<void> {
  await run(
    tx,
    sql`update cases.tasks set holder = ${delegation.holder}, answerable = ${delegation.answerable},
        delegated_until = ${delegation.until}::date
      where tenant = ${tx.tenant} and id = ${id} and ended_at is null`,
  )
}

/** Organisations with open tasks that were delegated until a day before a date. */
export async function listTenantsOfPastDelegations(reader: Reader, today: string): Promise<string[]> {
  const found = await rows(
    reader,
    sql<{
      tenant: string
    }>`select distinct tenant from cases.tasks where ended_at is null and delegated_until < ${today}::date`,
  )
  return found.map(row => row.tenant)
}

/** Gives back to who is answerable what was delegated until a day before a date; so many at most. Tells how many. */
export async function endDelegations(tx: Tx, today: string, limit: number): Promise<number> {
  return run(
    tx,
    sql`update cases.tasks set holder = answerable, answerable = null, delegated_until = null
      where tenant = ${tx.tenant} and id in (
        select id from cases.tasks where tenant = ${tx.tenant} and ended_at is null and delegated_until < ${today}::date
        limit ${limit} for update skip locked)`,
  )
}

/** An open task of a case. */
export async function findOpenTask(
  reader: Reader,
  tenant: string,
  caseId: string,
  id: string,
): Promise<TaskRow | null> {
  return findRow(
    reader,
    sql<TaskRow>`select ${taskColumns} from cases.tasks t
      where t.tenant = ${tenant} and t.case_id = ${caseId} and t.id = ${id} and t.ended_at is null`,
  )
}

/** What a person filled in of a task before answering it. */
export interface BegunAnswers {
  readonly page: string
  readonly answers: JsonObject
  /** Instant, ISO 8601. */
  readonly at: string
}

/** Keeps what was filled in of an open task, or forgets it; false when the task is not open any more. */
export async function updateBegun(tx: Tx, id: string, begun: BegunAnswers | null): Promise<boolean> {
  const text = begun === null ? null : JSON.stringify(begun)
  const found = await rows(
    tx,
    sql<{ id: string }>`update cases.tasks set begun = ${text}::jsonb
      where tenant = ${tx.tenant} and id = ${id} and ended_at is null returning id`,
  )
  return found.length > 0
}

/** What was filled in of an open task so far; null when nothing was. */
export async function findBegun(reader: Reader, tenant: string, id: string): Promise<BegunAnswers | null> {
  const found = await findRow(
    reader,
    sql<{ begun: BegunAnswers | null }>`select begun from cases.tasks where tenant = ${tenant} and id = ${id}`,
  )
  return found?.begun ?? null
}

/** Open tasks of a case, the oldest first. */
export async function listOpenTasks(reader: Reader, tenant: string, caseId: string): Promise<TaskRow[]> {
  return rows(
    reader,
    sql<TaskRow>`select ${taskColumns} from cases.tasks t
      where t.tenant = ${tenant} and t.case_id = ${caseId} and t.ended_at is null order by t.opened_at, t.id`,
  )
}

/** Open tasks that persons have in several cases. */
export async function listOpenTasksOfPerson(reader: Reader, person: string): Promise<TaskRow[]> {
  return rows(
    reader,
    sql<TaskRow>`select ${taskColumns} from cases.tasks t where t.person = ${person} and t.ended_at is null order by t.opened_at, t.id`,
  )
}

/** The official who completed a task of an instance last; null when none did. */
export async function findLastOfficial(reader: Reader, tenant: string, instance: string): Promise<string | null> {
  const row = await findRow(
    reader,
    sql<{ by: string }>`select ended_by as by from cases.tasks
      where tenant = ${tenant} and instance = ${instance} and person is null and ended_by is not null
      order by ended_at desc limit 1`,
  )
  return row?.by ?? null
}

/** The tasks that officials completed in an instance, the last first; what was returned or fell away is none. */
export async function listCompletedByOfficials(
  reader: Reader,
  tenant: string,
  instance: string,
): Promise<{ node: string; by: string }[]> {
  return rows(
    reader,
    sql<{ node: string; by: string }>`select node, ended_by as by from cases.tasks
      where tenant = ${tenant} and instance = ${instance} and person is null and ended_by is not null and outcome <> 'returned'
      order by ended_at desc, id desc`,
  )
}

/** Whether a task of a person's ended in a case with them as its holder: a part in the case. */
export async function hasPart(reader: Reader, tenant: string, caseId: string, person: string): Promise<boolean> {
  const row = await findRow(
    reader,
    sql`select from cases.tasks t where t.tenant = ${tenant} and t.case_id = ${caseId} and t.person = ${person} limit 1`,
  )
  return row !== null
}

/** When delegated tasks may go back: in the earliest time zone the day begins half a day before it does in Greenwich. */
export const dueDelegations = sql<Due>`select (min(delegated_until) + time '10:00') at time zone 'UTC' as at from cases.tasks
  where ended_at is null`
