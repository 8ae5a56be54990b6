import { handle } from '@tereze/foundation-operations'
import { findAnchors } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { listConfirmed } from '../store/added-authorities.ts'

/** Gives whom people added and confirmed. */
export const findAnchorsHandler = handle(findAnchors, {
  tenant: () => platform,
  async run(_, { tx }) {
    const found = await listConfirmed(tx, platform)
    return {
      items: found.map(({ certificate, level, jurisdiction, withdrawnAt }) => ({
        certificate: Buffer.from(certificate).toString('base64'),
        level,
        jurisdiction,
        withdrawnAt,
      })),
    }
  },
})
