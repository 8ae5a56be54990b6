import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { Text } from '@tereze/operation'
import type { LifeCycle, Stage } from '@tereze/regulation'
import type { KeptTurn } from '../rules/turns-after.ts'

/** A version of a regulation with its life as it is kept. */
export interface RegulationRow {
  /** The organisation whose it is. */
  readonly owner: string
  readonly id: string
  readonly draft: string
  readonly code: string
  readonly version: string
  readonly kind: string
  readonly jurisdiction: string
  readonly title: Text
  readonly life: LifeCycle
  readonly stage: Stage
  readonly turns: readonly KeptTurn[]
  /** All bodies that have or had a turn, `org:…`. */
  readonly bodies: readonly string[]
  readonly inForce: string | null
  readonly endsOn: string | null
  readonly nextAt: string | null
  /** How many steps were taken, and how many texts there were. */
  readonly steps: number
  readonly texts: number
  readonly begunBy: string
  readonly begunAt: string
  readonly changedAt: string
}

const columns = sql`tenant as owner, id, draft, code, version, kind, jurisdiction, title, life, stage, turns, bodies,
  to_char(in_force, 'YYYY-MM-DD') as "inForce", to_char(ends_on, 'YYYY-MM-DD') as "endsOn", next_at as "nextAt", steps, texts,
  begun_by as "begunBy", begun_at as "begunAt", changed_at as "changedAt"`

/** Keeps a new life. @returns false where this version of the regulation has one. */
export async function insertRegulation(
  tx: Tx,
  row: Omit<RegulationRow, 'owner' | 'steps' | 'texts' | 'changedAt' | 'begunAt'> & { readonly now: Date },
): Promise<boolean> {
  const kept = await rows(
    tx,
    sql`insert into regulations.regulations (tenant, id, draft, code, version, kind, jurisdiction, title, life, stage, turns, bodies,
        in_force, ends_on, next_at, steps, texts, begun_by, begun_at, changed_at)
      values (${tx.tenant}, ${row.id}, ${row.draft}, ${row.code}, ${row.version}, ${row.kind}, ${row.jurisdiction},
        ${JSON.stringify(row.title)}::jsonb, ${JSON.stringify(row.life)}::jsonb, ${row.stage}, ${JSON.stringify(row.turns)}::jsonb,
        ${[...row.bodies]}::text[], ${row.inForce}, ${row.endsOn}, ${row.nextAt}, 0, 1, ${row.begunBy}, ${row.now}, ${row.now})
      on conflict (tenant, code, version) do nothing returning id`,
  )
  return kept.length > 0
}

/** Keeps what a life became by a step. */
export async function updateRegulation(
  tx: Tx,
  row: Pick<
    RegulationRow,
    | 'id'
    | 'title'
    | 'kind'
    | 'life'
    | 'stage'
    | 'turns'
    | 'bodies'
    | 'inForce'
    | 'endsOn'
    | 'nextAt'
    | 'steps'
    | 'texts'
  > & { readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update regulations.regulations set title = ${JSON.stringify(row.title)}::jsonb, kind = ${row.kind},
        life = ${JSON.stringify(row.life)}::jsonb, stage = ${row.stage}, turns = ${JSON.stringify(row.turns)}::jsonb,
        bodies = ${[...row.bodies]}::text[], in_force = ${row.inForce}, ends_on = ${row.endsOn}, next_at = ${row.nextAt},
        steps = ${row.steps}, texts = ${row.texts}, changed_at = ${row.now}
      where tenant = ${tx.tenant} and id = ${row.id}`,
  )
}

/** One life; null when there is none. */
export function findRegulation(reader: Reader, owner: string, id: string): Promise<RegulationRow | null> {
  return findRow(
    reader,
    sql<RegulationRow>`select ${columns} from regulations.regulations where tenant = ${owner} and id = ${id}`,
  )
}

/** A life of the tenant, held until the transaction ends: steps go one after the other. */
export function holdRegulation(tx: Tx, id: string): Promise<RegulationRow | null> {
  return findRow(
    tx,
    sql<RegulationRow>`select ${columns} from regulations.regulations where tenant = ${tx.tenant} and id = ${id} for update`,
  )
}

/** The id of a version of a regulation; null when it has no life. */
export async function findVersion(
  reader: Reader,
  owner: string,
  code: string,
  version: string,
): Promise<string | null> {
  const row = await findRow(
    reader,
    sql<{
      id: string
    }>`select id from regulations.regulations where tenant = ${owner} and code = ${code} and version = ${version}`,
  )
  return row?.id ?? null
}

/** All lives of a regulation, the one begun last first. */
export function listVersions(reader: Reader, owner: string, code: string): Promise<RegulationRow[]> {
  return rows(
    reader,
    sql<RegulationRow>`select ${columns} from regulations.regulations where tenant = ${owner} and code = ${code}
      order by begun_at desc, id desc limit 100`,
  )
}

/** Lives of an organisation and those of others in which it has or had a turn, the last changed first. */
export function listConcerning(reader: Reader, organisation: string): Promise<RegulationRow[]> {
  return rows(
    reader,
    sql<RegulationRow>`select ${columns} from regulations.regulations
      where tenant = ${organisation} or bodies @> ${[`org:${organisation}`]}::text[] order by changed_at desc, id limit 500`,
  )
}

/** Versions that are law on a day, of one owner or of all, by code. */
export function listInForceOn(reader: Reader, day: string, owner: string | null): Promise<RegulationRow[]> {
  return rows(
    reader,
    sql<RegulationRow>`select ${columns} from regulations.regulations
      where stage in ('in-force', 'amended', 'repealed', 'awaiting-force') and in_force <= ${day}::date
        and (ends_on is null or ends_on > ${day}::date) and (${owner}::text is null or tenant = ${owner})
      order by code, tenant limit 500`,
  )
}

/** Lives for which the calendar has something to do, the longest waiting first. */
export function listPassing(
  reader: Reader,
  now: Date,
  most: number,
): Promise<{ readonly tenant: string; readonly id: string }[]> {
  return rows(
    reader,
    sql<{ tenant: string; id: string }>`select tenant, id from regulations.regulations where next_at <= ${now}
      order by next_at limit ${most}`,
  )
}

/** When the calendar has something to do next. */
export const duePassing = sql<Due>`select min(next_at) as at from regulations.regulations`
