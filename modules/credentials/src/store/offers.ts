import { findRow, type Reader, run, sql, type Tx } from '@tereze/foundation-database'

/** An offer as it is kept. */
export interface OfferRow {
  readonly tenant: string
  readonly type: string
  readonly document: string
  readonly person: string
  readonly assurance: string
  readonly number: Uint8Array
  readonly tries: number
}

/** Keeps an offer. */
export async function insertOffer(
  tx: Tx,
  offer: Omit<OfferRow, 'tenant' | 'tries'> & { code: Uint8Array; now: Date; expiresAt: Date },
): Promise<void> {
  await run(
    tx,
    sql`insert into credentials.offers
          (tenant, code, type, document, person, assurance, number, tries, made_at, expires_at)
        values (${tx.tenant}, ${offer.code}, ${offer.type}, ${offer.document}, ${offer.person}, ${offer.assurance},
                ${offer.number}, 0, ${offer.now}, ${offer.expiresAt})`,
  )
}

/** An offer that may still be taken, of whatever organisation. */
export function findOpenOffer(
  reader: Reader,
  code: Uint8Array,
  now: Date,
  mostTries: number,
): Promise<OfferRow | null> {
  return findRow(
    reader,
    sql<OfferRow>`select tenant, type, document, person, assurance, number, tries from credentials.offers
        where code = ${code} and taken_at is null and expires_at > ${now} and tries < ${mostTries}`,
  )
}

/** Counts a try at an offer that may still be taken, and locks it. @returns whether there was one. */
export async function updateTries(tx: Tx, code: Uint8Array, now: Date, mostTries: number): Promise<boolean> {
  const changed = await run(
    tx,
    sql`update credentials.offers set tries = tries + 1
        where tenant = ${tx.tenant} and code = ${code} and taken_at is null and expires_at > ${now} and tries < ${mostTries}`,
  )
  return changed > 0
}

/** Marks an offer as taken. */
export async function updateTaken(tx: Tx, code: Uint8Array, now: Date): Promise<void> {
  await run(tx, sql`update credentials.offers set taken_at = ${now} where tenant = ${tx.tenant} and code = ${code}`)
}
