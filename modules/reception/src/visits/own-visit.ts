import type { Context } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import { visitConfirmedAlready, visitOver } from '../contract/visit.ts'
import { lockVisit, type Visit } from '../store/visits.ts'

/** Whether a visit is over: somebody ended it, or its time has come. */
export const isOver = ({ endedAt, endsAt }: Pick<Visit, 'endedAt' | 'endsAt'>, now: Date): boolean =>
  endedAt !== null || now.getTime() >= Date.parse(endsAt)

/** The operator’s own visit while it is open, held until the transaction is over; whom it is about stands in the audit log. */
export async function holdVisit(context: Context, id: string): Promise<Visit | Refused<'reception.visit-over'>> {
  const { tx, actor, now, concerns } = context
  const visit = await lockVisit(tx, id)
  if (visit === null || visit.official !== actor.id || isOver(visit, now))
    return refuse(visitOver, { pointer: '/visit' })
  concerns([visit.person])
  return visit
}

/** The same, while it is not confirmed yet. */
export async function holdUnconfirmed(
  context: Context,
  id: string,
): Promise<Visit | Refused<'reception.visit-over' | 'reception.visit-confirmed-already'>> {
  const visit = await holdVisit(context, id)
  return 'code' in visit || visit.confirmedAt === null ? visit : refuse(visitConfirmedAlready, { pointer: '/visit' })
}
