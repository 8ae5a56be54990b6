import { type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** Who sits at a window. */
export interface Seat {
  readonly unit: string
  readonly window: string
  readonly official: string
}

/** Who sits where in a hall on a day, and where else in the organisation an official sits. */
export function listSeats(
  reader: Reader,
  tenant: string,
  at: { readonly unit: string; readonly day: string; readonly official: string },
): Promise<readonly Seat[]> {
  return rows(
    reader,
    sql<Seat>`select unit, "window", official from reception.seats
      where tenant = ${tenant} and day = ${at.day} and (unit = ${at.unit} or official = ${at.official})
      order by unit, "window"`,
  )
}

/** Sits an official down at a window; they leave the one where they sat. */
export async function moveTo(
  tx: Tx,
  at: {
    readonly unit: string
    readonly day: string
    readonly window: string
    readonly official: string
    readonly now: Date
  },
): Promise<void> {
  await deleteSeat(tx, at)
  await run(
    tx,
    sql`insert into reception.seats (tenant, unit, day, "window", official, since)
      values (${tx.tenant}, ${at.unit}, ${at.day}, ${at.window}, ${at.official}, ${at.now})`,
  )
}

/** Takes an official away from their window of the day. */
export async function deleteSeat(tx: Tx, at: { readonly day: string; readonly official: string }): Promise<void> {
  await run(
    tx,
    sql`delete from reception.seats where tenant = ${tx.tenant} and day = ${at.day} and official = ${at.official}`,
  )
}
