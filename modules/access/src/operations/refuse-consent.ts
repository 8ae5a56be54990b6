import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { recordAnswer } from '../consents/record-answer.ts'
import {
  consentGivenAlready,
  consentRefusedAlready,
  consentRefusedByPerson,
  refuseConsent as definition,
} from '../contract/consent.ts'
import { platform } from '../platform.ts'

/** Refuses a consent to the wording that was read. What was given is withdrawn, not refused. */
export const refuseConsent = handle(definition, {
  tenant: () => platform,
  async run(input, context) {
    const { person, contract, recipient, purpose } = input
    const answered = await recordAnswer(context, input, 'refused', standing => {
      if (standing === 'in-force') return refuse(consentGivenAlready, { pointer: '/contract' })
      return standing === 'refused' ? refuse(consentRefusedAlready, { pointer: '/contract' }) : null
    })
    if (isRefused(answered)) return answered
    const { consent, receipt, of } = answered
    await context.emit(consentRefusedByPerson, {
      subject: consent,
      data: { consent, person, contract, recipient, purpose },
      ground: of.ground,
    })
    return { consent, receipt }
  },
})
