import type { Context } from '@tereze/foundation-operations'
import { type Refused, refuse } from '@tereze/operation'
import { type Agreement, agreements, type ConsentSubject } from '../contract/agreements.ts'
import { agreementChanged, agreementNotFound } from '../contract/consent.ts'
import { platform } from '../platform.ts'
import { findNewestConsent, insertConsent, lockConsentsOf } from '../store/consents.ts'
import { consentState } from './consent-state.ts'
import { markOf, signReceipt } from './sign-receipt.ts'

/** What a person answers: to which wording. `agreement` is the hash of what was read. */
export interface AnsweredConsent extends ConsentSubject {
  readonly person: string
  readonly agreement: string
}

/** An answer that was recorded. */
export interface RecordedAnswer {
  readonly consent: string
  readonly receipt: string
  readonly of: Agreement
}

/** Records a person's yes or no to the wording that was read, with its receipt; `unfit` says which standing answer is in its way. */
export async function recordAnswer<Code extends string>(
  context: Context,
  { person, contract, recipient, purpose, agreement: read }: AnsweredConsent,
  state: 'given' | 'refused',
  unfit: (standing: ReturnType<typeof consentState>) => Refused<Code> | null,
): Promise<RecordedAnswer | Refused<Code | 'access.agreement-not-found' | 'access.agreement-changed'>> {
  const subject = { contract, recipient, purpose }
  const agreement = context.port(agreements).find(subject)
  if (agreement === null) return refuse(agreementNotFound, { pointer: '/contract' })
  if (agreement.hash !== read) return refuse(agreementChanged, { pointer: '/agreement' })
  const { tx, now, actor } = context
  await lockConsentsOf(tx, person)
  const newest = await findNewestConsent(tx, platform, person, subject)
  const why = newest === null ? null : unfit(consentState(newest, agreement, now))
  if (why !== null) return why
  const consent = context.ids.newId('consent')
  const until = new Date(now.getTime() + agreement.days * 86_400_000)
  const record = { consent, person, by: actor.id, agreement, givenAt: now, until, at: now, language: actor.language }
  const receipt = await signReceipt(context, { ...record, state })
  insertConsent(tx, {
    ...subject,
    id: consent,
    person,
    givenBy: actor.id,
    provider: agreement.provider,
    agreement: agreement.version,
    wording: agreement.hash,
    givenAt: now.toISOString(),
    until: until.toISOString(),
    refused: state === 'refused',
    receipt,
  })
  context.concerns([person], [`contract:${contract}`, `purpose:${purpose}`, `consent:${consent}`, markOf(receipt)])
  return { consent, receipt, of: agreement }
}
