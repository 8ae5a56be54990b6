import { findRow, getRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { SeenFact } from '../rules/seen-fact.ts'

/** A situation as it is stored. */
export interface SituationRow {
  readonly id: string
  readonly kind: string
  readonly version: string
  readonly key: string
  readonly register: string
  readonly record: string
  readonly recordVersion: number
  /** `record` and `facts` as they were last seen. */
  readonly data: { record: Record<string, unknown>; facts: Record<string, SeenFact> }
  readonly moments: readonly string[]
  readonly openedAt: string
  readonly closedAt: string | null
}

const columns = sql`s.id, s.kind, s.version, s.key, s.register, s.record, s.record_version as "recordVersion", s.data, s.moments,
  s.opened_at as "openedAt", s.closed_at as "closedAt"`

/** Opens a situation, or brings it up to date with what was seen; tells whether it is new, and which version of its record it has seen. An older look changes nothing. */
export async function upsertSituation(
  tx: Tx,
  row: Omit<SituationRow, 'openedAt' | 'closedAt'>,
  now: Date,
): Promise<{ id: string; isNew: boolean; recordVersion: number }> {
  return getRow(
    tx,
    sql<{ id: string; isNew: boolean; recordVersion: number }>`
      insert into situations.situations (tenant, id, kind, version, key, register, record, record_version, data, moments, opened_at, looked_at)
      values (${tx.tenant}, ${row.id}, ${row.kind}, ${row.version}, ${row.key}, ${row.register}, ${row.record}, ${row.recordVersion},
        ${JSON.stringify(row.data)}::jsonb, ${row.moments as string[]}, ${now}, ${now})
      on conflict (tenant, kind, key) do update set
        record_version = greatest(situations.situations.record_version, excluded.record_version),
        data = case when excluded.record_version >= situations.situations.record_version then excluded.data else situations.situations.data end,
        moments = case when excluded.record_version >= situations.situations.record_version then excluded.moments else situations.situations.moments end,
        looked_at = excluded.looked_at
      returning id, (xmax = 0) as "isNew", record_version as "recordVersion"`,
  )
}

/** The situation under a key, open or closed. */
export async function findUnderKey(
  reader: Reader,
  tenant: string,
  kind: string,
  key: string,
): Promise<Pick<SituationRow, 'data' | 'closedAt'> | null> {
  return findRow(
    reader,
    sql<Pick<SituationRow, 'data' | 'closedAt'>>`select s.data, s.closed_at as "closedAt" from situations.situations s
      where s.tenant = ${tenant} and s.kind = ${kind} and s.key = ${key}`,
  )
}

/** Closes a situation that has ended. */
export async function closeSituation(tx: Tx, id: string, now: Date): Promise<void> {
  post(
    tx,
    sql`update situations.situations set closed_at = ${now} where tenant = ${tx.tenant} and id = ${id} and closed_at is null`,
  )
}

/** Writes who is concerned. */
export async function upsertPeople(
  tx: Tx,
  situation: string,
  people: readonly { role: string; person: string; primary: boolean }[],
): Promise<void> {
  for (const { role, person, primary } of people) {
    await run(
      tx,
      sql`insert into situations.people (tenant, situation, role, person, is_primary)
        values (${tx.tenant}, ${situation}, ${role}, ${person}, ${primary})
        on conflict (tenant, situation, role) do update set person = excluded.person, is_primary = excluded.is_primary`,
    )
  }
}

/** Situations of a person, newest first. */
export async function listOfPerson(reader: Reader, tenant: string, person: string): Promise<SituationRow[]> {
  return rows(
    reader,
    sql<SituationRow>`select ${columns} from situations.situations s
      join situations.people p on p.tenant = s.tenant and p.situation = s.id
      where p.tenant = ${tenant} and p.person = ${person} order by s.opened_at desc`,
  )
}

/** A situation in which a person has a part, with that part. */
export async function findOfPerson(
  reader: Reader,
  tenant: string,
  id: string,
  person: string,
): Promise<(SituationRow & { role: string; primary: boolean }) | null> {
  return findRow(
    reader,
    sql<
      SituationRow & { role: string; primary: boolean }
    >`select ${columns}, p.role, p.is_primary as "primary" from situations.situations s
      join situations.people p on p.tenant = s.tenant and p.situation = s.id
      where s.tenant = ${tenant} and s.id = ${id} and p.person = ${person}`,
  )
}

/** A situation by id. */
export async function findSituation(reader: Reader, tenant: string, id: string): Promise<SituationRow | null> {
  return findRow(
    reader,
    sql<SituationRow>`select ${columns} from situations.situations s where s.tenant = ${tenant} and s.id = ${id}`,
  )
}
