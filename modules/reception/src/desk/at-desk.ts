import type { Context } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import { hallNotFound, nobodyCalled, noWindow } from '../contract/index.ts'
import { type HallNow, hallNow } from '../definition/hall-now.ts'
import type { Serving } from '../rules/decide-next.ts'
import { ticketNumber } from '../rules/ticket-number.ts'
import { lockDay } from '../store/days.ts'
import { listSeats, type Seat } from '../store/seats.ts'
import { listOpen, type OpenTicket } from '../store/tickets.ts'

/** A hall's queue, held by this transaction alone. */
export interface HeldQueue extends HallNow {
  readonly seats: readonly Seat[]
  readonly open: readonly OpenTicket[]
}

/** The queue of a hall of today, held until the transaction is over, so that everybody decides on what really stands. */
export async function holdQueue(
  context: Context,
  unit: string,
): Promise<HeldQueue | Refused<'reception.hall-not-found'>> {
  const here = hallNow(context, unit)
  if (here === null) return refuse(hallNotFound, { pointer: '/unit' })
  const { tx, actor } = context
  await lockDay(tx, unit, here.day)
  return {
    ...here,
    seats: await listSeats(tx, tx.tenant, { unit, day: here.day, official: actor.id }),
    open: await listOpen(tx, tx.tenant, unit, here.day),
  }
}

/** The window at which an official sits in the hall; null where at none, or where the content has the window no more. */
export function ownWindow({ seats, hall }: Pick<HeldQueue, 'seats' | 'hall'>, official: string): Serving | null {
  const seat = seats.find(one => one.unit === hall.unit && one.official === official)
  return hall.windows.find(({ window }) => window === seat?.window) ?? null
}

/** Who is called to a window. */
export function calledTo(open: readonly OpenTicket[], window: string): OpenTicket | null {
  return open.find(one => one.state === 'called' && one.window === window) ?? null
}

/** The queue, the official's window and whoever is called to it; what cannot be done without them is refused. */
export async function holdCalled(
  context: Context,
  unit: string,
): Promise<
  | (HeldQueue & { readonly own: Serving; readonly called: OpenTicket })
  | Refused<'reception.hall-not-found' | 'reception.no-window' | 'reception.nobody-called'>
> {
  const queue = await holdQueue(context, unit)
  if ('code' in queue) return queue
  const own = ownWindow(queue, context.actor.id)
  if (own === null) return refuse(noWindow)
  const called = calledTo(queue.open, own.window)
  return called === null ? refuse(nobodyCalled) : { ...queue, own, called }
}

/** A ticket as commands answer with it. */
export const named = ({ id, letter, number }: Pick<OpenTicket, 'id' | 'letter' | 'number'>) => ({
  ticket: id,
  number: ticketNumber(letter, number),
})
