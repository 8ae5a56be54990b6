import { openCase } from '@tereze/cases/contract'
import type { Context } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { findOffer } from '../store/offers.ts'
import { findSituation } from '../store/situations.ts'

/**
 * Opens the case of a service in its owner's transaction; the same situation and service is the same case.
 * @param submitter who asked for it, in place of the person
 */
export async function startService(
  context: Context,
  about: { situation: string; service: string; organisation: string },
  channel: 'automatic' | 'portal',
  submitter?: string,
): Promise<void> {
  const offer = await findOffer(context.tx, 'platform', about.situation, about.service)
  const situation = await findSituation(context.tx, 'platform', about.situation)
  if (offer === null || situation === null)
    throw new Error(`situation ${about.situation} has no offer of ${about.service}`)
  const opened = await context.call(openCase, {
    organisation: about.organisation,
    service: about.service,
    person: offer.person,
    ...(submitter === undefined ? {} : { submitter }),
    data: offer.data,
    channel,
    trigger: { register: situation.register, record: situation.record, version: situation.recordVersion },
    cause: about.situation,
    key: `${about.situation}/${about.service}`,
  })
  if (isRefused(opened)) throw new Error(`${about.service} of ${about.situation}: ${opened.code}`)
}
