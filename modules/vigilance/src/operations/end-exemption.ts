import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { endExemption, exemptionNotFound } from '../contract/index.ts'
import { findExemptionForUpdate, updateEnded } from '../store/exemptions.ts'

/** Ends an exemption before its term. */
export const endExemptionHandler = handle(endExemption, {
  tenant: input => input.organisation,
  async run({ exemption }, { tx, now, actor }) {
    const row = await findExemptionForUpdate(tx, exemption)
    if (row === null || row.endedAt !== null || Date.parse(row.until) <= now.getTime())
      return refuse(exemptionNotFound, { pointer: '/exemption' })
    updateEnded(tx, exemption, { by: actor.id, at: now })
    return { exemption }
  },
})
