import { packages } from '@tereze/catalogue/contract'
import type { Context } from '@tereze/foundation-operations'
import { hoursOf } from '../rules/hours-of.ts'
import { findHall, type Hall } from './hall-of.ts'

/** A hall with what its clock says: the day, the hours of the day, whether it is open. */
export interface HallNow extends ReturnType<typeof hoursOf> {
  readonly hall: Hall
}

/** A hall of the organisation of the transaction as it is now, or null. */
export function hallNow({ port, tx, now }: Pick<Context, 'port' | 'tx' | 'now'>, unit: string): HallNow | null {
  const hall = findHall(port(packages), tx.tenant, unit)
  return hall === null ? null : { hall, ...hoursOf(hall.hours, hall.calendar, hall.zone, now.toISOString()) }
}
