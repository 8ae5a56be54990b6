import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { recordAnswer } from '../consents/record-answer.ts'
import { consentGivenAlready, consentGivenOrWithdrawn, giveConsent as definition } from '../contract/consent.ts'
import { platform } from '../platform.ts'

/** Gives a consent to the wording that was read; a refusal before it counts no more. */
export const giveConsent = handle(definition, {
  tenant: () => platform,
  async run(input, context) {
    const { person, contract, recipient, purpose } = input
    const answered = await recordAnswer(context, input, 'given', standing =>
      standing === 'in-force' ? refuse(consentGivenAlready, { pointer: '/contract' }) : null,
    )
    if (isRefused(answered)) return answered
    const { consent, receipt, of } = answered
    await context.emit(consentGivenOrWithdrawn, {
      subject: consent,
      data: { consent, person, contract, recipient, purpose, state: 'given' },
      ground: of.ground,
    })
    return { consent, receipt }
  },
})
