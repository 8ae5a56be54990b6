import { type Fragment, findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

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
}

const columns = sql`t.tenant, t.id, t.case_id as "caseId", t.instance, t.node, t.role, t.person, t.department, t.form, t.deadline,
  t.opened_at as "openedAt", t.holder, t.ended_at as "endedAt", t.ended_by as "endedBy", t.outcome, t.local`

/** A task to be opened. */
export type NewTask = Pick<
  TaskRow,
  'id' | 'caseId' | 'instance' | 'node' | 'role' | 'person' | 'department' | 'form' | 'deadline' | 'openedAt' | 'local'
>

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
    ended_at: task.end?.at ?? null,
    ended_by: task.end?.by ?? null,
    outcome: task.end?.outcome ?? null,
  }))
  return sql`new_tasks as (
    select * from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as t (id text, case_id text, instance text, node text, role text,
      person text, department text, form text, deadline date, opened_at timestamptz, local jsonb, ended_at timestamptz,
      ended_by text, outcome text)
  ), inserted_tasks as (
    insert into cases.tasks (tenant, id, case_id, instance, node, role, person, department, form, deadline, opened_at, local,
      ended_at, ended_by, outcome)
    select ${tenant}, t.* from new_tasks t
    on conflict (tenant, id) do update set role = excluded.role, person = excluded.person, department = excluded.department,
      deadline = excluded.deadline, opened_at = excluded.opened_at, local = excluded.local, holder = null,
      ended_at = excluded.ended_at, ended_by = excluded.ended_by, outcome = excluded.outcome)`
}

/** The ends of open tasks, as a part `ended_tasks` of a statement. */
export function taskEnding(tenant: string, ends: readonly (TaskEnd & { readonly id: string })[]): Fragment {
  return sql`ended_tasks as (
    update cases.tasks t set ended_at = e.at, ended_by = e.by, outcome = e.outcome
    from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as e (id text, at timestamptz, by text, outcome text)
    where t.tenant = ${tenant} and t.id = e.id and t.ended_at is null)`
}

/** Ends an open task; false when it was not open. */
export async function endTask(
  tx: Tx,
  id: string,
  end: { at: Date; by: string | null; outcome: string },
): Promise<boolean> {
  const ended = await run(
    tx,
    sql`update cases.tasks set ended_at = ${end.at}, ended_by = ${end.by}, outcome = ${end.outcome}
      where tenant = ${tx.tenant} and id = ${id} and ended_at is null`,
  )
  return ended === 1
}

/** Gives a task to an official, or back to all. */
export async function updateHolder(tx: Tx, id: string, holder: string | null): Promise<void> {
  await run(
    tx,
    sql`update cases.tasks set holder = ${holder} where tenant = ${tx.tenant} and id = ${id} and ended_at is null`,
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
    sql<TaskRow>`select ${columns} from cases.tasks t
      where t.tenant = ${tenant} and t.case_id = ${caseId} and t.id = ${id} and t.ended_at is null`,
  )
}

/** Open tasks of a case, the oldest first. */
export async function listOpenTasks(reader: Reader, tenant: string, caseId: string): Promise<TaskRow[]> {
  return rows(
    reader,
    sql<TaskRow>`select ${columns} from cases.tasks t
      where t.tenant = ${tenant} and t.case_id = ${caseId} and t.ended_at is null order by t.opened_at, t.id`,
  )
}

/** Open tasks that persons have in several cases. */
export async function listOpenTasksOfPerson(reader: Reader, person: string): Promise<TaskRow[]> {
  return rows(
    reader,
    sql<TaskRow>`select ${columns} from cases.tasks t where t.person = ${person} and t.ended_at is null order by t.opened_at, t.id`,
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

/** Whether a task of a person's ended in a case with them as its holder: a part in the case. */
export async function hasPart(reader: Reader, tenant: string, caseId: string, person: string): Promise<boolean> {
  const row = await findRow(
    reader,
    sql`select from cases.tasks t where t.tenant = ${tenant} and t.case_id = ${caseId} and t.person = ${person} limit 1`,
  )
  return row !== null
}

/** Which inbox is wanted. */
export interface InboxQuery {
  readonly list: 'mine' | 'unit' | 'overdue' | 'done'
  readonly official: string
  readonly roles: readonly string[]
  readonly department: string | null
  readonly today: string
  /** Part of a case number or of the applicant's name, in any letter case. */
  readonly words: string | null
}

/** Place in an inbox: the sort values of the last task seen. */
export interface InboxPlace {
  readonly deadline: string
  readonly at: string
  readonly id: string
}

const never = '9999-12-31'

/** Tasks of an inbox, the most urgent first; done ones newest first. */
export async function listInbox(
  reader: Reader,
  tenant: string,
  query: InboxQuery,
  after: InboxPlace | null,
  limit: number,
): Promise<TaskRow[]> {
  const part = query.words === null ? null : `%${query.words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const name = sql`c.data #>> '{applicant,name,family}'`
  const given = sql`c.data #>> '{applicant,name,given}'`
  const found =
    part === null
      ? sql``
      : sql`and (c.number ilike ${part} or concat_ws(' ', ${name}, ${given}, ${name}) collate "und-x-icu" ilike ${part})`
  const from = sql`from cases.tasks t join cases.cases c on c.tenant = t.tenant and c.id = t.case_id`
  if (query.list === 'done') {
    const place = after === null ? sql`` : sql`and (t.ended_at, t.id) < (${after.at}::timestamptz, ${after.id})`
    return rows(
      reader,
      sql<TaskRow>`select ${columns} ${from} where t.tenant = ${tenant} and t.ended_by = ${query.official} and t.ended_at is not null
        ${found} ${place} order by t.ended_at desc, t.id desc limit ${limit}`,
    )
  }
  const place =
    after === null
      ? sql``
      : sql`and (coalesce(t.deadline, ${never}::date), t.opened_at, t.id) > (${after.deadline}::date, ${after.at}::timestamptz, ${after.id})`
  const whose =
    query.list === 'mine'
      ? sql`t.holder = ${query.official}`
      : sql`t.person is null and t.role = any(${query.roles as string[]})
          and (${query.department}::text is null or t.department is null or t.department = ${query.department})`
  const overdue = query.list === 'overdue' ? sql`and t.deadline < ${query.today}::date` : sql``
  return rows(
    reader,
    sql<TaskRow>`select ${columns} ${from} where t.tenant = ${tenant} and t.ended_at is null and ${whose} ${overdue} ${found} ${place}
      order by coalesce(t.deadline, ${never}::date), t.opened_at, t.id limit ${limit}`,
  )
}

/** Cursor text of a task's place. */
export function placeOf(task: TaskRow): string {
  return `${task.deadline ?? never}~${task.endedAt ?? task.openedAt}~${task.id}`
}

/** Place of a cursor text; null when it is none. */
export function readPlace(cursor: string | undefined): InboxPlace | null {
  const [deadline, at, id] = (cursor ?? '').split('~')
  if (deadline === undefined || at === undefined || id === undefined) return null
  return /^\d{4}-\d{2}-\d{2}$/.test(deadline) && !Number.isNaN(Date.parse(at)) ? { deadline, at, id } : null
}
