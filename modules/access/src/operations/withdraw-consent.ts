import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { consentState } from '../consents/consent-state.ts'
import { markOf, signReceipt } from '../consents/sign-receipt.ts'
import { type Agreement, agreements } from '../contract/agreements.ts'
import {
  consentGivenOrWithdrawn,
  consentNotFound,
  consentNotInForce,
  withdrawConsent as definition,
} from '../contract/consent.ts'
import { platform } from '../platform.ts'
import { type ConsentRow, closeConsent, findConsentRow, lockConsentsOf } from '../store/consents.ts'

/** What is kept of a wording that is published no more. */
function bare({ contract, provider, recipient, purpose, agreement, wording }: ConsentRow): Agreement {
  const same = (text: string) => ({ en: text, ru: text, kk: text })
  return {
    contract,
    provider,
    recipient,
    purpose,
    version: agreement,
    hash: wording,
    providerName: same(provider),
    recipientName: same(recipient),
    purposeText: same(purpose),
    title: same(contract),
    data: same(contract),
    text: same(''),
    ground: '',
    days: 1,
  }
}

/** Withdraws a consent, also one whose wording has a successor. */
export const withdrawConsent = handle(definition, {
  tenant: () => platform,
  async run({ person, consent }, context) {
    const { tx, now, actor } = context
    await lockConsentsOf(tx, person)
    const row = await findConsentRow(tx, platform, consent)
    if (row === null || row.person !== person) return refuse(consentNotFound, { pointer: '/consent' })
    const { contract, recipient, purpose } = row
    const subject = { contract, recipient, purpose }
    const agreement = context.port(agreements).find(subject)
    if (row.refused || ['withdrawn', 'over'].includes(consentState(row, agreement, now)))
      return refuse(consentNotInForce, { pointer: '/consent' })
    const receipt = await signReceipt(context, {
      consent,
      person,
      by: actor.id,
      agreement: agreement ?? bare(row),
      state: 'withdrawn',
      givenAt: new Date(row.givenAt),
      until: new Date(row.until),
      at: now,
      language: actor.language,
    })
    await closeConsent(tx, consent, { receipt, now })
    context.concerns([person], [`contract:${contract}`, `purpose:${purpose}`, `consent:${consent}`, markOf(receipt)])
    await context.emit(consentGivenOrWithdrawn, {
      subject: consent,
      data: { consent, person, ...subject, state: 'withdrawn' },
    })
    return { receipt }
  },
})
