import { findRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** An authority that somebody proposed to trust. */
export interface AddedAuthorityRow {
  readonly authority: string
  readonly fingerprint: string
  readonly certificate: Uint8Array
  readonly level: 'advanced' | 'qualified'
  readonly jurisdiction: string
  readonly because: string
  readonly proposedBy: string
  readonly proposedAt: string
  readonly confirmedBy: string | null
  readonly confirmedAt: string | null
  readonly withdrawnBy: string | null
  readonly withdrawnAt: string | null
  readonly withdrawnBecause: string | null
}

const columns = sql<AddedAuthorityRow>`authority, fingerprint, certificate, level, jurisdiction, because, proposed_by as "proposedBy",
  proposed_at as "proposedAt", confirmed_by as "confirmedBy", confirmed_at as "confirmedAt", withdrawn_by as "withdrawnBy",
  withdrawn_at as "withdrawnAt", withdrawn_because as "withdrawnBecause"`

/** Those that were added, the newest first, two hundred at most. */
export function listAdded(reader: Reader, tenant: string): Promise<AddedAuthorityRow[]> {
  return rows(
    reader,
    sql<AddedAuthorityRow>`select ${columns} from signatures.added_authorities
        where tenant = ${tenant} order by proposed_at desc, authority limit 200`,
  )
}

/** Those that are or were trusted: what was proven while they were stays as it was. */
export function listConfirmed(reader: Reader, tenant: string): Promise<AddedAuthorityRow[]> {
  return rows(
    reader,
    sql<AddedAuthorityRow>`select ${columns} from signatures.added_authorities
        where tenant = ${tenant} and confirmed_at is not null order by confirmed_at, authority`,
  )
}

/** One of them, held until the transaction ends. */
export function holdAdded(tx: Tx, authority: string): Promise<AddedAuthorityRow | null> {
  return findRow<AddedAuthorityRow>(
    tx,
    sql`select ${columns} from signatures.added_authorities where tenant = ${tx.tenant} and authority = ${authority} for update`,
  )
}

/** Keeps a proposal; false where the same certificate is proposed or trusted. */
export async function insertProposed(
  tx: Tx,
  added: Pick<
    AddedAuthorityRow,
    'authority' | 'fingerprint' | 'certificate' | 'level' | 'jurisdiction' | 'because' | 'proposedBy'
  > & { readonly now: Date },
): Promise<boolean> {
  const made = await rows(
    tx,
    sql`insert into signatures.added_authorities
          (tenant, authority, fingerprint, certificate, level, jurisdiction, because, proposed_by, proposed_at)
        values (${tx.tenant}, ${added.authority}, ${added.fingerprint}, ${added.certificate}::bytea, ${added.level},
          ${added.jurisdiction}, ${added.because}, ${added.proposedBy}, ${added.now})
        on conflict do nothing returning authority`,
  )
  return made.length === 1
}

/** Notes who confirmed a proposal. */
export async function updateConfirmed(tx: Tx, authority: string, by: string, now: Date): Promise<void> {
  await run(
    tx,
    sql`update signatures.added_authorities set confirmed_by = ${by}, confirmed_at = ${now}
        where tenant = ${tx.tenant} and authority = ${authority}`,
  )
}

/** Notes who withdrew one, and why. */
export async function updateWithdrawn(
  tx: Tx,
  authority: string,
  withdrawn: { readonly by: string; readonly because: string; readonly now: Date },
): Promise<void> {
  await run(
    tx,
    sql`update signatures.added_authorities
        set withdrawn_by = ${withdrawn.by}, withdrawn_because = ${withdrawn.because}, withdrawn_at = ${withdrawn.now}
        where tenant = ${tx.tenant} and authority = ${authority}`,
  )
}
