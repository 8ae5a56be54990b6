import { getOrganisation, type Packages } from '@tereze/catalogue/contract'
import { type Counting, type Delivered, decideDelivered } from '../rules/decide-delivered.ts'
import { jurisdictionOf, lawIn } from './law-of.ts'

/** Whether a message of an organisation counts as delivered by the law; null where it is not significant, or the law has no rule. */
export function deliveredBy(
  packages: Packages,
  organisation: string,
  message: { readonly significant: boolean; readonly sentAt: string; readonly readAt: string | null },
  now: Date,
): Delivered | null {
  const jurisdiction = jurisdictionOf(packages, organisation)
  const rule = lawIn(jurisdiction).delivery
  if (jurisdiction === null || rule === undefined || !message.significant) return null
  const counting = {
    calendar: jurisdiction.json.get('calendar.json'),
    rules: jurisdiction.json.get('deadline-rules.json'),
    zone: getOrganisation(packages, organisation).zone,
  } as unknown as Counting
  return decideDelivered({ placedAt: message.sentAt, openedAt: message.readAt, rule, counting, now })
}
