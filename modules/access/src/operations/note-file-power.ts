import { handle } from '@tereze/foundation-operations'
import { noteFilePower as definition } from '../contract/file-power.ts'
import { powerChanged } from '../contract/power.ts'
import { platform } from '../platform.ts'
import { closeRevoked, listPowersOfDocument, updateConfirmed } from '../store/powers.ts'

/** Notes what the register says of a power that came as a file. What was given on under a revoked one falls with it. */
export const noteFilePower = handle(definition, {
  tenant: () => platform,
  async run({ number, says }, { tx, now, concerns, emit }) {
    const powers = (await listPowersOfDocument(tx, platform, number)).filter(
      ({ document, state }) => document === number && state === 'accepted',
    )
    if (says.state === 'in-force') {
      updateConfirmed(tx, number, says.until)
      return { powers: powers.length }
    }
    closeRevoked(tx, number, now)
    for (const { id, principal, delegate, givenBy } of powers) {
      concerns([principal, delegate], [`power-file:${number}`])
      const data = { power: id, principal, delegate, givenBy, by: givenBy, change: 'ended' as const }
      await emit(powerChanged, { subject: id, data })
    }
    return { powers: powers.length }
  },
})
