import { handle } from '@tereze/foundation-operations'
import { consentState } from '../consents/consent-state.ts'
import { agreements } from '../contract/agreements.ts'
import { listConsents as definition } from '../contract/consent.ts'
import { platform } from '../platform.ts'
import { listConsentsOf } from '../store/consents.ts'

/** All consents of a person. */
export const listConsents = handle(definition, {
  tenant: () => platform,
  async run({ person }, context) {
    const found = await listConsentsOf(context.tx, platform, person)
    if (context.actor.id !== person) context.concerns([person])
    return {
      items: found.map(row => {
        const { contract, recipient, purpose, refused, givenAt, until, withdrawnAt, receipt, withdrawalReceipt } = row
        const agreement = context.port(agreements).find({ contract, recipient, purpose })
        const state = consentState(row, agreement, context.now)
        const rest = { refused, givenAt, until, withdrawnAt, agreement, receipt, withdrawalReceipt }
        return { consent: row.id, contract, recipient, purpose, state, ...rest }
      }),
    }
  },
})
