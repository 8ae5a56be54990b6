import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { dropRecovery as definition, recoveryNotFound } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { lockRecovery, updateRecoveryEnded } from '../store/recoveries.ts'

/** Ends a recovery that is not to be finished. */
export const dropRecovery = handle(definition, {
  tenant: () => platform,
  async run({ recovery }, { tx, now, concerns }) {
    const waiting = await lockRecovery(tx, recovery)
    if (waiting === null) return refuse(recoveryNotFound, { pointer: '/recovery' })
    await updateRecoveryEnded(tx, recovery, now)
    concerns([waiting.person])
    return { recovery }
  },
})
