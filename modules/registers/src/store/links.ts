import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** A link as it is kept. */
export interface LinkRow {
  readonly id: string
  readonly register: string
  readonly record: string
  readonly fields: readonly string[] | null
  readonly purpose: string
  /** Whose grants it hands on: the entries of the register that its maker had. */
  readonly who: readonly string[]
  readonly until: string
  readonly made_by: string
  readonly made_at: string
  readonly revoked_at: string | null
}

const columns = sql`id, register, record, fields, purpose, who, until, made_by, made_at, revoked_at`

/** Keeps a link; of its secret only the hash. */
export function insertLink(
  tx: Tx,
  link: Omit<LinkRow, 'revoked_at' | 'made_at' | 'until'> & { until: Date; made_at: Date; secretHash: Uint8Array },
): void {
  post(
    tx,
    sql`insert into registers.links (tenant, id, register, record, fields, purpose, who, secret_hash, until, made_by, made_at)
      values (${tx.tenant}, ${link.id}, ${link.register}, ${link.record},
        ${link.fields === null ? null : JSON.stringify(link.fields)}::jsonb, ${link.purpose}, ${JSON.stringify(link.who)}::jsonb,
        ${Buffer.from(link.secretHash)}, ${link.until}, ${link.made_by}, ${link.made_at})`,
  )
}

/** A link by its id. */
export async function findLink(reader: Reader, tenant: string, id: string): Promise<LinkRow | null> {
  return findRow(reader, sql<LinkRow>`select ${columns} from registers.links where tenant = ${tenant} and id = ${id}`)
}

/** A link that is open at a moment to whoever holds the secret of this hash. */
export async function findOpenLink(
  reader: Reader,
  tenant: string,
  id: string,
  secretHash: Uint8Array,
  now: Date,
): Promise<LinkRow | null> {
  return findRow(
    reader,
    sql<LinkRow>`select ${columns} from registers.links
      where tenant = ${tenant} and id = ${id} and secret_hash = ${Buffer.from(secretHash)}
        and revoked_at is null and until > ${now}`,
  )
}

/** Ends a link; false when it had ended. */
export async function updateRevoked(tx: Tx, id: string, by: string, now: Date): Promise<boolean> {
  const revoked = await run(
    tx,
    sql`update registers.links set revoked_by = ${by}, revoked_at = ${now}
      where tenant = ${tx.tenant} and id = ${id} and revoked_at is null and until > ${now}`,
  )
  return revoked === 1
}

/** Writes an opening down. */
export function insertOpening(tx: Tx, opening: { id: string; link: string; by: string; now: Date }): void {
  post(
    tx,
    sql`insert into registers.link_openings (tenant, link, id, opened_by, opened_at)
      values (${tx.tenant}, ${opening.link}, ${opening.id}, ${opening.by}, ${opening.now})`,
  )
}

/** Links to a record, newest first. */
export async function listLinkRows(
  reader: Reader,
  tenant: string,
  register: string,
  record: string,
): Promise<LinkRow[]> {
  return rows(
    reader,
    sql<LinkRow>`select ${columns} from registers.links
      where tenant = ${tenant} and register = ${register} and record = ${record} order by id desc limit 200`,
  )
}

/** Openings of links, newest first. */
export async function listOpenings(
  reader: Reader,
  tenant: string,
  links: readonly string[],
): Promise<{ link: string; by: string; at: string }[]> {
  return rows(
    reader,
    sql<{
      link: string
      by: string
      at: string
    }>`select link, opened_by as by, opened_at as at from registers.link_openings
      where tenant = ${tenant} and link = any(${links as string[]}) order by id desc limit 1000`,
  )
}
