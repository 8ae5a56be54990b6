import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'
import type { Preference } from '../contract/index.ts'

/** How a person wants to be written to; null when they have said nothing. */
export function findPreference(reader: Reader, person: string): Promise<Preference | null> {
  return findRow(
    reader,
    sql<Preference>`select language, zone, quiet, refused, daily from notifications.preferences
      where tenant = 'platform' and person = ${person}`,
  )
}

/** How persons want to be written to, of those who have said. */
export async function listPreferences(reader: Reader, persons: readonly string[]): Promise<Map<string, Preference>> {
  const found = await rows(
    reader,
    sql<Preference & { person: string }>`select person, language, zone, quiet, refused, daily
      from notifications.preferences where tenant = 'platform' and person = any(${persons}::text[])`,
  )
  return new Map(found.map(({ person, ...preference }) => [person, preference]))
}

/** Keeps how a person wants to be written to. */
export async function upsertPreference(tx: Tx, person: string, wanted: Preference, now: Date): Promise<void> {
  const { language, zone, quiet, refused, daily } = wanted
  await run(
    tx,
    sql`insert into notifications.preferences (tenant, person, language, zone, quiet, refused, daily, changed_at)
        values (${tx.tenant}, ${person}, ${language}, ${zone}, ${JSON.stringify(quiet)}::jsonb,
                ${JSON.stringify(refused)}::jsonb, ${JSON.stringify(daily)}::jsonb, ${now})
        on conflict (tenant, person) do update set language = excluded.language, zone = excluded.zone,
          quiet = excluded.quiet, refused = excluded.refused, daily = excluded.daily, changed_at = excluded.changed_at`,
  )
}

/** Whose letter has this text in its address, and what it was about. */
export function findLetter(
  reader: Reader,
  token: string,
): Promise<{ readonly organisation: string; readonly person: string; readonly topic: string } | null> {
  return findRow(
    reader,
    sql<{ organisation: string; person: string; topic: string }>`select tenant as organisation, person, topic
      from notifications.messages where leave = ${token} and topic is not null`,
  )
}
