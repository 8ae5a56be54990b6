import { findRow, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'
import type { Due } from '@tereze/foundation-operations'

/** Duties that are not done and of which it is time to remind. */
export async function listToRemind(
  reader: Reader,
  now: Date,
  limit: number,
): Promise<readonly { readonly tenant: string; readonly leak: string; readonly duty: string }[]> {
  return rows(
    reader,
    sql<{ tenant: string; leak: string; duty: string }>`select tenant, leak, duty from vigilance.leak_duties
      where done_at is null and remind_at <= ${now} order by remind_at limit ${limit}`,
  )
}

/** Takes a reminder, with what its leak is about; null when the duty was done meanwhile, or another node took it. */
export async function takeReminder(
  tx: Tx,
  leak: string,
  duty: string,
  now: Date,
): Promise<{ readonly persons: number; readonly knownAt: string } | null> {
  return findRow(
    tx,
    sql<{ persons: number; knownAt: string }>`update vigilance.leak_duties d set remind_at = null from vigilance.leaks l
      where d.tenant = ${tx.tenant} and d.leak = ${leak} and d.duty = ${duty} and d.done_at is null and d.remind_at <= ${now}
        and l.tenant = d.tenant and l.id = d.leak
      returning l.persons, l.known_at as "knownAt"`,
  )
}

/** When it is time to remind of the next duty. */
export const dueReminders = sql<Due>`select min(remind_at) as at from vigilance.leak_duties
  where done_at is null and remind_at is not null`
