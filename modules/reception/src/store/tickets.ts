import { getRow, type Reader, rows, run, sql, type Tx } from '@tereze/foundation-database'

/** A ticket that is not ended. */
export interface OpenTicket {
  readonly id: string
  readonly letter: string
  readonly number: number
  readonly privilege: string | null
  readonly state: 'waiting' | 'called'
  readonly window: string | null
  readonly takenAt: string
  readonly firstCalledAt: string | null
  readonly calledAt: string | null
  readonly calls: number
}

/** Tickets of a hall's day that wait or are called, in the order in which they were taken. */
export function listOpen(reader: Reader, tenant: string, unit: string, day: string): Promise<readonly OpenTicket[]> {
  return rows(
    reader,
    sql<OpenTicket>`select id, letter, number, privilege, state, "window", taken_at as "takenAt",
        first_called_at as "firstCalledAt", called_at as "calledAt", calls
      from reception.tickets
      where tenant = ${tenant} and unit = ${unit} and day = ${day} and state in ('waiting', 'called')
      order by taken_at, id`,
  )
}

/** The last number of a letter on a day, and how many tickets kiosks gave out since a moment. */
export function countTaken(
  tx: Tx,
  at: { readonly unit: string; readonly day: string; readonly letter: string; readonly since: Date },
): Promise<{ readonly last: number; readonly inMinute: number }> {
  return getRow(
    tx,
    sql<{ last: number; inMinute: number }>`select
        coalesce(max(number) filter (where letter = ${at.letter}), 0)::int as last,
        (count(*) filter (where is_from_kiosk and taken_at > ${at.since}))::int as "inMinute"
      from reception.tickets where tenant = ${tx.tenant} and unit = ${at.unit} and day = ${at.day}`,
  )
}

/** Keeps a new ticket. */
export async function insertTicket(
  tx: Tx,
  ticket: {
    readonly id: string
    readonly unit: string
    readonly day: string
    readonly letter: string
    readonly number: number
    readonly privilege: string | null
    readonly isFromKiosk: boolean
    readonly now: Date
  },
): Promise<void> {
  const { id, unit, day, letter, number, privilege, isFromKiosk, now } = ticket
  await run(
    tx,
    sql`insert into reception.tickets (tenant, id, unit, day, letter, number, privilege, is_from_kiosk, state, taken_at)
      values (${tx.tenant}, ${id}, ${unit}, ${day}, ${letter}, ${number}, ${privilege}, ${isFromKiosk}, 'waiting', ${now})`,
  )
}

/** Calls a ticket to a window, for the first time or once more. */
export async function updateCalled(tx: Tx, id: string, window: string, now: Date): Promise<void> {
  await run(
    tx,
    sql`update reception.tickets set state = 'called', "window" = ${window}, called_at = ${now},
        first_called_at = coalesce(first_called_at, ${now}), calls = calls + 1
      where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Ends a ticket. */
export async function updateEnded(tx: Tx, id: string, outcome: 'finished' | 'no-show', now: Date): Promise<void> {
  await run(
    tx,
    sql`update reception.tickets set state = ${outcome}, ended_at = ${now} where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Lets a called ticket wait again, for a window. */
export async function updateHandedOver(tx: Tx, id: string, window: string): Promise<void> {
  await run(
    tx,
    sql`update reception.tickets set state = 'waiting', "window" = ${window} where tenant = ${tx.tenant} and id = ${id}`,
  )
}

/** Lets those who wait for one window wait for any of their group. */
export async function freeFromWindow(tx: Tx, at: { unit: string; day: string; window: string }): Promise<void> {
  await run(
    tx,
    sql`update reception.tickets set "window" = null
      where tenant = ${tx.tenant} and unit = ${at.unit} and day = ${at.day} and "window" = ${at.window} and state = 'waiting'`,
  )
}
