import { type Fragment, type Reader, rows, sql } from '@tereze/foundation-database'
import type { TaskCriteria } from '../contract/task.ts'
import type { TaskScope } from '../rules/task-scope.ts'
import { type TaskRow, taskColumns } from './tasks.ts'

/** A list of an official's tasks. */
export interface InboxQuery {
  readonly criteria: TaskCriteria
  readonly official: string
  /** Where the official may look; for lists by holder only its roles count. */
  readonly scope: TaskScope
  readonly today: string
  /** What is searched, as a key; null: everything. */
  readonly words: string | null
  readonly limit: number
}

/** Place in a list: the sort values of the last task seen. In found ones `key` is what was found. */
export type InboxPlace =
  | { readonly by: 'due'; readonly due: string; readonly at: string; readonly id: string }
  | { readonly by: 'done'; readonly at: string; readonly id: string }
  | { readonly by: 'found'; readonly key: string; readonly id: string }

/** A task of a list, with what it was found by. */
export type InboxRow = TaskRow & { readonly key: string | null }

/** What comes after every letter in a comparison byte by byte. */
const last = '\u{10ffff}'

const open = sql`t.ended_at is null and t.person is null`
/** Work of officials that waits or was done by one of them; what a process took away again is neither. */
const everDone = sql`t.person is null and (t.ended_at is null or t.ended_by is not null)`

/** What narrows a list without changing the order it is read in. */
function narrowed({ criteria, today }: InboxQuery): Fragment {
  const { service, dueBefore, list } = criteria
  const before = [dueBefore, list === 'overdue' ? today : undefined].filter(date => date !== undefined).sort()[0]
  return sql`${service === undefined ? sql`` : sql`and t.service = ${service}`}
    ${before === undefined ? sql`` : sql`and t.due < ${before}::date`}`
}

/** Whose tasks a scope allows, beyond the key that it is read by. */
function allowed({ units, within, everywhere }: TaskScope): Fragment {
  const inside = sql`t.territory >= ${within} and t.territory < ${`${within}${last}`}`
  return sql`${units === null ? sql`` : sql`and t.unit = any(${units as string[]})`}
    ${within === null ? sql`` : everywhere ? sql`and (t.territory is null or ${inside})` : sql`and ${inside}`}`
}

const scopeColumn = { unit: sql`t.unit`, region: sql`t.region`, district: sql`t.district` }

function afterDue(after: InboxPlace | null): Fragment {
  return after?.by === 'due'
    ? sql`and (t.due, t.opened_at, t.id) > (${after.due}::date, ${after.at}::timestamptz, ${after.id})`
    : sql``
}

/** One range of an index for each role and place, each in order and cut off, merged. */
async function listByDue(
  reader: Reader,
  tenant: string,
  query: InboxQuery,
  after: InboxPlace | null,
): Promise<InboxRow[]> {
  const { scope, limit } = query
  const pairs = scope.roles.flatMap(role => scope.places.map(place => ({ role, place })))
  const from = afterDue(after)
  const place = scope.key === 'role' ? sql`` : sql`and ${scopeColumn[scope.key]} = b.place`
  return rows(
    reader,
    sql<InboxRow>`select ${taskColumns}, null as key
      from unnest(${pairs.map(pair => pair.role)}::text[], ${pairs.map(pair => pair.place)}::text[]) as b (role, place)
      cross join lateral (
        select * from cases.tasks t where t.tenant = ${tenant} and ${open} and t.role = b.role ${place}
          ${allowed(scope)} ${narrowed(query)} ${from}
        order by t.due, t.opened_at, t.id limit ${limit}) t
      order by t.due, t.opened_at, t.id limit ${limit}`,
  )
}

async function listOfOfficial(
  reader: Reader,
  tenant: string,
  query: InboxQuery,
  after: InboxPlace | null,
): Promise<InboxRow[]> {
  const whose =
    query.criteria.list === 'mine' ? sql`t.holder = ${query.official}` : sql`t.answerable = ${query.official}`
  const from = afterDue(after)
  return rows(
    reader,
    sql<InboxRow>`select ${taskColumns}, null as key from cases.tasks t
      where t.tenant = ${tenant} and ${open} and ${whose} ${narrowed(query)} ${matching(query.words)} ${from}
      order by t.due, t.opened_at, t.id limit ${query.limit}`,
  )
}

async function listDone(
  reader: Reader,
  tenant: string,
  query: InboxQuery,
  after: InboxPlace | null,
): Promise<InboxRow[]> {
  const from = after?.by === 'done' ? sql`and (t.ended_at, t.id) < (${after.at}::timestamptz, ${after.id})` : sql``
  return rows(
    reader,
    sql<InboxRow>`select ${taskColumns}, null as key from cases.tasks t
      where t.tenant = ${tenant} and t.ended_by = ${query.official} and t.ended_at is not null
        ${narrowed(query)} ${matching(query.words)} ${from}
      order by t.ended_at desc, t.id desc limit ${query.limit}`,
  )
}

function begins(column: Fragment, words: string): Fragment {
  return sql`${column} >= ${words} and ${column} < ${`${words}${last}`}`
}

/** What is found, in lists that are one official's own. */
function matching(words: string | null): Fragment {
  if (words === null) return sql``
  const [family, given, number] = [sql`t.by_family`, sql`t.by_given`, sql`t.number`]
  return sql`and (${begins(family, words)} or ${begins(given, words)} or ${begins(number, words)} or t.identifier = ${words})`
}

/**
 * What begins with the words, by name both ways round, by number, or is of an identifier: one range of an index for each, in the
 * order of what was found, so that a common name costs no more than a rare one.
 */
async function listFound(
  reader: Reader,
  tenant: string,
  query: InboxQuery,
  words: string,
  after: InboxPlace | null,
): Promise<InboxRow[]> {
  const { scope, limit } = query
  const place = scope.key === 'role' ? sql`` : sql`and ${scopeColumn[scope.key]} = any(${scope.places as string[]})`
  const worth = query.criteria.list === 'search' ? everDone : open
  const among = sql`t.tenant = ${tenant} and ${worth} and t.role = any(${scope.roles as string[]}) ${place} ${allowed(scope)} ${narrowed(query)}`
  const range = (column: Fragment, found: Fragment, more: Fragment) => {
    const from = after?.by === 'found' ? sql`and (${column}, t.id) > (${after.key}, ${after.id})` : sql``
    return sql`(select t.*, ${column} as key from cases.tasks t where ${among} and ${found} ${more} ${from}
      order by ${column}, t.id limit ${limit})`
  }
  const [family, given, number, identifier] = [sql`t.by_family`, sql`t.by_given`, sql`t.number`, sql`t.identifier`]
  const twice = sql`and (t.by_family is null or not (${begins(family, words)}))`
  return rows(
    reader,
    sql<InboxRow>`select ${taskColumns}, t.key from (
        ${range(family, begins(family, words), sql``)}
        union all ${range(given, begins(given, words), twice)}
        union all ${range(number, begins(number, words), sql``)}
        union all ${range(identifier, sql`${identifier} = ${words}`, sql``)}) t
      order by t.key, t.id limit ${limit}`,
  )
}

/** Tasks of a list, the most urgent first; found ones by name or number, done work among them in the list for that; done ones the newest first. */
export async function listInbox(
  reader: Reader,
  tenant: string,
  query: InboxQuery,
  after: InboxPlace | null,
): Promise<InboxRow[]> {
  const { list } = query.criteria
  if (list === 'done') return listDone(reader, tenant, query, after)
  if (list === 'mine' || list === 'delegated') return listOfOfficial(reader, tenant, query, after)
  if (query.words !== null) return listFound(reader, tenant, query, query.words, after)
  return list === 'search' ? [] : listByDue(reader, tenant, query, after)
}

const never = '9999-12-31'

/** Cursor text of a task's place in a list. */
export function placeOf(row: InboxRow): string {
  if (row.key !== null) return JSON.stringify(['found', row.key, row.id])
  return row.endedAt === null
    ? JSON.stringify(['due', row.deadline ?? never, row.openedAt, row.id])
    : JSON.stringify(['done', row.endedAt, row.id])
}

function textsOf(cursor: string): string[] {
  try {
    const parts: unknown = JSON.parse(cursor)
    return Array.isArray(parts) && parts.every(part => typeof part === 'string') ? parts : []
  } catch {
    return []
  }
}

const isInstant = (text: string | undefined) => text !== undefined && !Number.isNaN(Date.parse(text))

/** Place of a cursor text; null when it is none. */
export function readPlace(cursor: string | undefined): InboxPlace | null {
  const [by, first = '', second = '', third = ''] = textsOf(cursor ?? '')
  if (by === 'due' && /^\d{4}-\d{2}-\d{2}$/.test(first) && isInstant(second))
    return { by, due: first, at: second, id: third }
  if (by === 'done' && isInstant(first)) return { by, at: first, id: second }
  return by === 'found' ? { by, key: first, id: second } : null
}
