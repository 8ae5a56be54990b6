import { findRow, post, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** State of an offer. */
export type OfferState = 'offered' | 'confirmed' | 'declined' | 'automatic' | 'lapsed'

/** A service that a situation offers or starts. */
export interface OfferRow {
  readonly situation: string
  readonly service: string
  readonly organisation: string
  readonly person: string
  readonly state: OfferState
  readonly data: Record<string, unknown>
}

const columns = sql`situation, service, organisation, person, state, data`

/** Makes an offer, once; false when it was made before. One still open is brought up to date, one taken back is made again. */
export async function insertOffer(tx: Tx, offer: OfferRow, now: Date): Promise<boolean> {
  const row = await findRow(
    tx,
    sql<{
      isNew: boolean
    }>`insert into situations.offers (tenant, situation, service, organisation, person, state, data, offered_at)
      values (${tx.tenant}, ${offer.situation}, ${offer.service}, ${offer.organisation}, ${offer.person}, ${offer.state},
        ${JSON.stringify(offer.data)}::jsonb, ${now})
      on conflict (tenant, situation, service) do update set data = excluded.data, state = excluded.state, settled_at = null
        where situations.offers.state in ('offered', 'lapsed')
      returning (xmax = 0) as "isNew"`,
  )
  return row?.isNew ?? false
}

/** Takes back offers whose condition no longer holds: all but those of some services. */
export async function lapseOffers(tx: Tx, situation: string, still: readonly string[], now: Date): Promise<void> {
  post(
    tx,
    sql`update situations.offers set state = 'lapsed', settled_at = ${now}
      where tenant = ${tx.tenant} and situation = ${situation} and state = 'offered' and not service = any(${still as string[]})`,
  )
}

/** Settles an offer with what the person added; false when it was settled before. */
export async function settleOffer(
  tx: Tx,
  situation: string,
  service: string,
  state: 'confirmed' | 'declined',
  data: Record<string, unknown>,
  now: Date,
): Promise<boolean> {
  const settled = await run(
    tx,
    sql`update situations.offers set state = ${state}, data = ${JSON.stringify(data)}::jsonb, settled_at = ${now}
      where tenant = ${tx.tenant} and situation = ${situation} and service = ${service}
        and (state = 'offered' or (state = 'declined' and ${state} = 'confirmed'))`,
  )
  return settled === 1
}

/** Offers of a situation. */
export async function listOffers(reader: Reader, tenant: string, situation: string): Promise<OfferRow[]> {
  return rows(
    reader,
    sql<OfferRow>`select ${columns} from situations.offers where tenant = ${tenant} and situation = ${situation} order by offered_at, service`,
  )
}

/** One offer. */
export async function findOffer(
  reader: Reader,
  tenant: string,
  situation: string,
  service: string,
): Promise<OfferRow | null> {
  return findRow(
    reader,
    sql<OfferRow>`select ${columns} from situations.offers where tenant = ${tenant} and situation = ${situation} and service = ${service}`,
  )
}
