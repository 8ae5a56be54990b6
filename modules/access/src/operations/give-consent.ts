import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { consentState } from '../consents/consent-state.ts'
import { markOf, signReceipt } from '../consents/sign-receipt.ts'
import { agreements } from '../contract/agreements.ts'
import {
  agreementChanged,
  agreementNotFound,
  consentGivenAlready,
  consentGivenOrWithdrawn,
  giveConsent as definition,
} from '../contract/consent.ts'
import { platform } from '../platform.ts'
import { findNewestConsent, insertConsent, lockConsentsOf } from '../store/consents.ts'

/** Gives a consent to the wording that was read. */
export const giveConsent = handle(definition, {
  tenant: () => platform,
  async run({ person, contract, recipient, purpose, agreement: read }, context) {
    const subject = { contract, recipient, purpose }
    const agreement = context.port(agreements).find(subject)
    if (agreement === null) return refuse(agreementNotFound, { pointer: '/contract' })
    if (agreement.hash !== read) return refuse(agreementChanged, { pointer: '/agreement' })
    const { tx, now, actor } = context
    await lockConsentsOf(tx, person)
    const newest = await findNewestConsent(tx, platform, person, subject)
    if (newest !== null && consentState(newest, agreement, now) === 'in-force')
      return refuse(consentGivenAlready, { pointer: '/contract' })
    const consent = context.ids.newId('consent')
    const until = new Date(now.getTime() + agreement.days * 86_400_000)
    const record = { consent, person, by: actor.id, agreement, givenAt: now, until, at: now, language: actor.language }
    const receipt = await signReceipt(context, { ...record, state: 'given' })
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
      receipt,
    })
    context.concerns([person], [`contract:${contract}`, `purpose:${purpose}`, `consent:${consent}`, markOf(receipt)])
    await context.emit(consentGivenOrWithdrawn, {
      subject: consent,
      data: { consent, person, ...subject, state: 'given' },
      ground: agreement.ground,
    })
    return { consent, receipt }
  },
})
