import { type Refused, refuse } from '@tereze/operation'
import { groupNotFound, hallClosed, numbersUsed, privilegeNotFound, tooManyTickets } from '../contract/index.ts'

/** The largest number of a letter on a day: three places on the board. */
export const largestNumber = 999

/** What is known when somebody takes a ticket. */
export interface Taking {
  readonly groups: readonly string[]
  readonly privileges: readonly string[]
  readonly isOpen: boolean
  readonly isFromKiosk: boolean
  /** How many tickets the kiosks of the hall gave out in the last minute, and how many they may. */
  readonly inMinute: number
  readonly perMinute: number
  /** The last number of the letter today; 0 for none. */
  readonly last: number
}

/**
 * The number of a new ticket, or why there is none. Nobody signs in at a kiosk, so only so many tickets come from kiosks in
 * a minute: who plays with one fills the numbers of the day no faster; the desk gives tickets all the same.
 */
export function decideTicket(
  asked: { readonly letter: string; readonly privilege?: string },
  hall: Taking,
):
  | number
  | Refused<
      | 'reception.group-not-found'
      | 'reception.privilege-not-found'
      | 'reception.hall-closed'
      | 'reception.too-many-tickets'
      | 'reception.numbers-used'
    > {
  if (!hall.groups.includes(asked.letter)) return refuse(groupNotFound, { pointer: '/letter' })
  if (asked.privilege !== undefined && !hall.privileges.includes(asked.privilege))
    return refuse(privilegeNotFound, { pointer: '/privilege' })
  if (!hall.isOpen) return refuse(hallClosed)
  if (hall.isFromKiosk && hall.inMinute >= hall.perMinute) return refuse(tooManyTickets)
  if (hall.last >= largestNumber) return refuse(numbersUsed, { pointer: '/letter' })
  return hall.last + 1
}
