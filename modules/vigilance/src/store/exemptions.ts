import { findRow, post, type Reader, rows, sql, type Tx } from '@tereze/foundation-database'

/** An exemption as it is kept. */
export interface ExemptionRow {
  readonly id: string
  readonly rule: string
  readonly actor: string
  readonly until: string
  readonly reaches: number | null
  readonly reason: string
  readonly incident: string | null
  readonly givenBy: string
  readonly givenAt: string
  readonly endedAt: string | null
}

const columns = sql`id, rule, actor, until, reaches, reason, incident, given_by as "givenBy", given_at as "givenAt", ended_at as "endedAt"`

/** Keeps a new exemption. */
export function insertExemption(tx: Tx, exemption: Omit<ExemptionRow, 'givenAt' | 'endedAt'>, now: Date): void {
  const { id, rule, actor, until, reaches, reason, incident, givenBy } = exemption
  post(
    tx,
    sql`insert into vigilance.exemptions (tenant, id, rule, actor, until, reaches, reason, incident, given_by, given_at)
      values (${tx.tenant}, ${id}, ${rule}, ${actor}, ${until}, ${reaches}, ${reason}, ${incident}, ${givenBy}, ${now})`,
  )
}

/** Exemptions of some actors that have not been ended; the newest of one rule first. */
export async function listExemptionsOfActors(tx: Tx, actors: readonly string[]): Promise<readonly ExemptionRow[]> {
  return rows(
    tx,
    sql<ExemptionRow>`select ${columns} from vigilance.exemptions
      where tenant = ${tx.tenant} and actor = any(${actors as string[]}::text[]) and ended_at is null
      order by given_at desc, id desc`,
  )
}

/** An exemption, locked; null when there is none. */
export async function findExemptionForUpdate(tx: Tx, id: string): Promise<ExemptionRow | null> {
  return findRow(
    tx,
    sql<ExemptionRow>`select ${columns} from vigilance.exemptions where tenant = ${tx.tenant} and id = ${id} for update`,
  )
}

/** Ends an exemption. */
export function updateEnded(tx: Tx, id: string, ended: { by: string; at: Date }): void {
  post(
    tx,
    sql`update vigilance.exemptions set ended_by = ${ended.by}, ended_at = ${ended.at}
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Exemptions newest first, from after a place. */
export async function listExemptionsOf(
  reader: Reader,
  tenant: string,
  after: { readonly at: string; readonly id: string } | null,
  limit: number,
): Promise<readonly ExemptionRow[]> {
  const rest = after === null ? sql`true` : sql`(given_at, id) < (${after.at}::timestamptz, ${after.id})`
  return rows(
    reader,
    sql<ExemptionRow>`select ${columns} from vigilance.exemptions where tenant = ${tenant} and ${rest}
      order by given_at desc, id desc limit ${limit}`,
  )
}
