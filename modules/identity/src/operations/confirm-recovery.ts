import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { confirmRecovery as definition, recoveryNotFound, recoveryOwn } from '../contract/index.ts'
import { platform } from '../platform.ts'
import { recoveries, recoveryLife } from '../recovery.ts'
import { lockRecovery, updateRecoveryConfirmed } from '../store/recoveries.ts'
import { tellWayChange } from '../tell-way-change.ts'

/** Confirms a recovery that another official began. */
export const confirmRecovery = handle(definition, {
  tenant: () => platform,
  async run({ recovery }, context) {
    const { actor, tx, now, port, concerns } = context
    const waiting = await lockRecovery(tx, recovery)
    const late = waiting !== null && now.getTime() >= Date.parse(waiting.begunAt) + recoveryLife
    if (waiting === null || waiting.confirmedBy !== null || late)
      return refuse(recoveryNotFound, { pointer: '/recovery' })
    concerns([waiting.person])
    if (waiting.begunBy === actor.id) return refuse(recoveryOwn)
    const { code, hash } = port(recoveries).newCode()
    const until = new Date(now.getTime() + recoveryLife)
    await updateRecoveryConfirmed(tx, { recovery, by: actor.id, codeHash: hash, until })
    await tellWayChange(context, { account: waiting.person, way: 'account', deed: 'code-given', thing: recovery })
    return { code, until: until.toISOString() }
  },
})
