import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'
import type { DueDelivery } from './deliveries.ts'

/** A delivery that goes into a letter of the day. */
export type DailyDelivery = Pick<DueDelivery, 'message' | 'channel' | 'attempts' | 'topic' | 'texts'>

/** Persons whose letter of the day is due, and the organisations whose messages it holds. */
export async function listLettersDue(
  reader: Reader,
  now: Date,
  limit: number,
): Promise<readonly { readonly person: string; readonly tenants: readonly string[] }[]> {
  return rows(
    reader,
    sql<{
      person: string
      tenants: string[]
    }>`select m.person, array_agg(distinct d.tenant order by d.tenant) as tenants
      from notifications.deliveries d join notifications.messages m on m.tenant = d.tenant and m.id = d.message
      where d.daily and d.next_at <= ${now} group by m.person order by m.person limit ${limit}`,
  )
}

/** Takes a person's letter of the day; nobody else puts it together before `until`. @returns whether it was free. */
export async function claimLetter(tx: Tx, person: string, now: Date, until: Date): Promise<boolean> {
  const taken = await run(
    tx,
    sql`update notifications.preferences set letter_until = ${until}
        where tenant = ${tx.tenant} and person = ${person} and (letter_until is null or letter_until <= ${now})`,
  )
  return taken > 0
}

/** Lets a person's letter of the day go. */
export async function releaseLetter(tx: Tx, person: string): Promise<void> {
  await run(
    tx,
    sql`update notifications.preferences set letter_until = null where tenant = ${tx.tenant} and person = ${person}`,
  )
}

/** Takes what an organisation has for a person's letter of the day. */
export function claimDaily(
  tx: Tx,
  claim: { person: string; now: Date; until: Date; node: number },
): Promise<DailyDelivery[]> {
  return rows(
    tx,
    sql<DailyDelivery>`
      update notifications.deliveries d
      set attempts = d.attempts + 1, next_at = ${claim.until}, claimed_by = ${claim.node}
      from notifications.messages m
      where d.tenant = ${tx.tenant} and d.daily and d.next_at <= ${claim.now}
        and m.tenant = d.tenant and m.id = d.message and m.person = ${claim.person}
      returning d.message, d.channel, d.attempts, m.topic, m.texts`,
  )
}

/** When letters of the day are sent. */
export const dueLetters = sql<Due>`select min(next_at) as at from notifications.deliveries where daily`
