import { post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'

/** Whose look at a subject is watched, and why. */
export interface WatchRow {
  readonly subject: string
  readonly kind: 'protected' | 'self' | 'relative'
  /** `*`: everybody's. */
  readonly official: string
}

/** A person under watch, as kept. */
export interface WatchedRow extends WatchRow {
  readonly person: string
  readonly reason: string
  readonly since: string
  readonly by: string
}

/** The watch over some subjects. */
export async function listWatches(tx: Tx, subjects: readonly string[]): Promise<readonly WatchRow[]> {
  return rows(
    tx,
    sql<WatchRow>`select subject, kind, official from vigilance.watched_persons
      where tenant = ${tx.tenant} and subject = any(${subjects as string[]}::text[])`,
  )
}

/** Keeps persons under watch; who stands there already stays as they are. */
export function insertWatched(tx: Tx, watched: readonly Omit<WatchedRow, 'since'>[], now: Date): void {
  if (watched.length === 0) return
  post(
    tx,
    sql`insert into vigilance.watched_persons (tenant, person, kind, official, subject, reason, since, by)
      select ${tx.tenant}, w.person, w.kind, w.official, w.subject, w.reason, ${now}::timestamptz, w.by
      from jsonb_to_recordset(${JSON.stringify(watched)}::jsonb)
        as w (person text, kind text, official text, subject text, reason text, by text)
      on conflict do nothing`,
  )
}

/** Ends the watch over a protected person; false when there was none. */
export async function deleteProtected(tx: Tx, person: string): Promise<boolean> {
  const gone = await rows(
    tx,
    sql<{ person: string }>`delete from vigilance.watched_persons
      where tenant = ${tx.tenant} and person = ${person} and kind = 'protected' returning person`,
  )
  return gone.length > 0
}

/** Forgets who an official is; the persons that were watched because of them. */
export async function deleteOfOfficial(tx: Tx, official: string): Promise<readonly string[]> {
  const gone = await rows(
    tx,
    sql<{ person: string }>`delete from vigilance.watched_persons
      where tenant = ${tx.tenant} and official = ${official} returning person`,
  )
  return gone.map(({ person }) => person)
}

/** A place in the list of persons under watch. */
export interface WatchPlace {
  readonly person: string
  readonly kind: string
  readonly official: string
}

/** Persons under watch in the order of their ids, from after a place. */
export async function listWatchedPersonsOf(
  reader: Reader,
  tenant: string,
  after: WatchPlace | null,
  limit: number,
): Promise<readonly WatchedRow[]> {
  const rest =
    after === null ? sql`true` : sql`(person, kind, official) > (${after.person}, ${after.kind}, ${after.official})`
  return rows(
    reader,
    sql<WatchedRow>`select person, kind, official, subject, reason, since, by from vigilance.watched_persons
      where tenant = ${tenant} and ${rest} order by person, kind, official limit ${limit}`,
  )
}
