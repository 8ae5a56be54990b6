import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** An authority for seals. */
export interface AuthorityRow {
  readonly kid: string
  /** Purpose of its key in the key store. */
  readonly purpose: string
  readonly certificate: Uint8Array
  readonly until: string
  /** Why it was begun before its time; null where it began by itself. */
  readonly because: string | null
}

/** The installation's authorities, the newest first: that one certifies. */
export function listAuthorities(reader: Reader): Promise<AuthorityRow[]> {
  return rows(
    reader,
    sql<AuthorityRow>`select kid, purpose, certificate, until, begun_because as because from signatures.authorities
        where tenant = 'platform' order by until desc`,
  )
}

/** Keeps an authority unless its key has one. */
export async function insertAuthority(
  tx: Tx,
  added: { kid: string; purpose: string; certificate: Uint8Array; until: Date; because: string | null },
): Promise<void> {
  await run(
    tx,
    sql`insert into signatures.authorities (tenant, kid, purpose, certificate, until, begun_because)
        values (${tx.tenant}, ${added.kid}, ${added.purpose}, ${added.certificate}::bytea, ${added.until}, ${added.because})
        on conflict (tenant, kid) do nothing`,
  )
}

/** When the newest authority is to be succeeded, so many days before its end; nothing where there is none. */
export const dueSuccession = (days: number) => sql<{
  at: Date
}>`select max(until) - make_interval(days => ${days}) as at
        from signatures.authorities where tenant = 'platform' having count(*) > 0`
