import { handle } from '@tereze/foundation-operations'
import { consentState } from '../consents/consent-state.ts'
import { agreements } from '../contract/agreements.ts'
import { findConsent as definition } from '../contract/consent.ts'
import { platform } from '../platform.ts'
import { findNewestConsent } from '../store/consents.ts'

/** Whether a consent is in force now: read anew each time, so that a withdrawn one counts for nothing at once. */
export const findConsent = handle(definition, {
  tenant: () => platform,
  async run({ person, ...subject }, context) {
    const row = await findNewestConsent(context.tx, platform, person, subject)
    if (row === null) return { consent: null, state: null }
    const state = consentState(row, context.port(agreements).find(subject), context.now)
    return { consent: state === 'in-force' ? row.id : null, state }
  },
})
