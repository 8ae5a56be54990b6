import { type Refused, refuse } from '@tereze/operation'
import { ticketOpen, windowNotFound, windowTaken } from '../contract/index.ts'

/** What is known when an official sits down at a window. */
export interface Sitting {
  /** Whether the hall has the window. */
  readonly isThere: boolean
  /** Who sits there; null for nobody. */
  readonly sits: string | null
  readonly official: string
  /** Whether somebody is called to the window that the official would leave. */
  readonly hasCalled: boolean
}

/** Whether an official sits down, stays where they are, or why they cannot. */
export function decideSeat({
  isThere,
  sits,
  official,
  hasCalled,
}: Sitting):
  | 'sits-down'
  | 'stays'
  | Refused<'reception.window-not-found' | 'reception.window-taken' | 'reception.ticket-open'> {
  if (!isThere) return refuse(windowNotFound, { pointer: '/window' })
  if (sits === official) return 'stays'
  if (sits !== null) return refuse(windowTaken, { pointer: '/window' })
  return hasCalled ? refuse(ticketOpen) : 'sits-down'
}
