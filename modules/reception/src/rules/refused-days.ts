import { type Refused, refuse } from '@tereze/operation'
import { dayNumber } from '@tereze/working-time'
import { daysUnfit } from '../contract/index.ts'

const mostDays = 366

/** Whether figures can be asked for from one day to another; null when they can. */
export function refusedDays(from: string, until: string): Refused<'reception.days-unfit'> | null {
  const days = dayNumber(until) - dayNumber(from) + 1
  return days >= 1 && days <= mostDays ? null : refuse(daysUnfit, { pointer: '/until' })
}
