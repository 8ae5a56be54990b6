import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { Text } from '@tereze/operation'
import type { FoundBy } from '../contract/index.ts'

/** A person whom a leak concerns, as kept. */
export interface LeakPersonRow {
  readonly person: string
  readonly foundBy: FoundBy
  readonly namedAt: string
  readonly namedBy: string
  readonly toldAt: string | null
  readonly message: string | null
}

/** Names persons of a leak; who is named stays as they are. @returns how many are new. */
export async function insertNamed(
  tx: Tx,
  leak: string,
  persons: readonly string[],
  by: { readonly foundBy: FoundBy; readonly namedBy: string; readonly at: Date },
): Promise<number> {
  if (persons.length === 0) return 0
  const added = await run(
    tx,
    sql`insert into vigilance.leak_persons (tenant, leak, person, found_by, named_at, named_by)
      select ${tx.tenant}, ${leak}, person, ${by.foundBy}, ${by.at}::timestamptz, ${by.namedBy}
      from unnest(${persons as string[]}::text[]) as person on conflict do nothing`,
  )
  post(tx, sql`update vigilance.leaks set named = named + ${added}::int where tenant = ${tx.tenant} and id = ${leak}`)
  return added
}

/** Keeps what the persons of a leak are told; false when that was begun before. */
export async function insertTelling(
  tx: Tx,
  leak: string,
  telling: { readonly words: Text; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const added = await run(
    tx,
    sql`insert into vigilance.leak_tellings (tenant, leak, words, begun_at, begun_by)
      values (${tx.tenant}, ${leak}, ${JSON.stringify(telling.words)}::jsonb, ${telling.at}, ${telling.by}) on conflict do nothing`,
  )
  return added > 0
}

/** The persons of a leak in the order of their ids, from after one. */
export async function listPersonsOf(
  reader: Reader,
  tenant: string,
  leak: string,
  after: string | null,
  limit: number,
): Promise<readonly LeakPersonRow[]> {
  return rows(
    reader,
    sql<LeakPersonRow>`select person, found_by as "foundBy", named_at as "namedAt", named_by as "namedBy",
        told_at as "toldAt", message
      from vigilance.leak_persons
      where tenant = ${tenant} and leak = ${leak} and (${after}::text is null or person > ${after})
      order by person limit ${limit}`,
  )
}

const waiting = sql`exists (select from vigilance.leak_persons p
  where p.tenant = t.tenant and p.leak = t.leak and p.queued_at is null)`

/** Leaks whose telling has begun and of which somebody is not told yet. */
export async function listToTell(
  reader: Reader,
  limit: number,
): Promise<readonly { readonly tenant: string; readonly leak: string }[]> {
  return rows(
    reader,
    sql<{ tenant: string; leak: string }>`select tenant, leak from vigilance.leak_tellings t
      where ${waiting} order by begun_at limit ${limit}`,
  )
}

/** Takes persons of a leak who are not told yet; nobody else gets them. */
export async function takeToTell(tx: Tx, leak: string, now: Date, limit: number): Promise<readonly string[]> {
  const taken = await rows(
    tx,
    sql<{ person: string }>`update vigilance.leak_persons p set queued_at = ${now}
      from (select person from vigilance.leak_persons
        where tenant = ${tx.tenant} and leak = ${leak} and queued_at is null
        order by person limit ${limit} for update skip locked) next
      where p.tenant = ${tx.tenant} and p.leak = ${leak} and p.person = next.person
      returning p.person`,
  )
  return taken.map(({ person }) => person)
}

/** Notes the message that told a person, once; the counts of the leak afterwards, null when that was noted before or nobody is named so. */
export async function updateTold(
  tx: Tx,
  leak: string,
  { person, message, at }: { readonly person: string; readonly message: string; readonly at: Date },
): Promise<{ readonly persons: number; readonly named: number; readonly told: number } | null> {
  return findRow(
    tx,
    sql<{ persons: number; named: number; told: number }>`with noted as (
        update vigilance.leak_persons set told_at = ${at}, message = ${message}
        where tenant = ${tx.tenant} and leak = ${leak} and person = ${person} and told_at is null returning leak)
      update vigilance.leaks l set told = l.told + 1 from noted
      where l.tenant = ${tx.tenant} and l.id = noted.leak returning l.persons, l.named, l.told`,
  )
}

/** The persons were told: what the law asks to tell them is done. */
export function updateDoneByTelling(tx: Tx, leak: string, done: { by: string; at: Date; told: number }): void {
  post(
    tx,
    sql`update vigilance.leak_duties set done_at = ${done.at}, done_by = ${done.by}, reference = ${leak}, told = ${done.told}
      where tenant = ${tx.tenant} and leak = ${leak} and addressee = 'persons' and done_at is null`,
  )
}

/** When the next persons are to be told. */
export const dueTelling = sql<Due>`select min(begun_at) as at from vigilance.leak_tellings t where ${waiting}`
