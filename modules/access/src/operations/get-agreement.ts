import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { agreements } from '../contract/agreements.ts'
import { agreementNotFound, getAgreement as definition } from '../contract/consent.ts'
import { platform } from '../platform.ts'

/** The wording of a consent. */
export const getAgreement = handle(definition, {
  tenant: () => platform,
  async run(subject, context) {
    return context.port(agreements).find(subject) ?? refuse(agreementNotFound, { pointer: '/contract' })
  },
})
