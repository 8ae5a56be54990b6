import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { beginEmergency as definition, emergencyBegun, emergencyNamed, emergencyRunning } from '../contract/index.ts'
import { findRunning, insertEmergency, lockEmergenciesOf } from '../store/emergencies.ts'

const minute = 60_000

/** Takes access in an emergency: one at a time, for a time, with a reason. */
export const beginEmergency = handle(definition, {
  tenant: input => input.organisation,
  async run({ reason, minutes, about = null }, { tx, now, ids, actor, emit, concerns }) {
    await lockEmergenciesOf(tx, actor.id)
    const running = await findRunning(tx, tx.tenant, actor.id, now)
    if (running !== null) return refuse(emergencyRunning, { params: { until: running.until } })
    const emergency = ids.newId('emergency')
    const until = new Date(now.getTime() + minutes * minute)
    const roles = 'roles' in actor ? actor.roles : []
    await insertEmergency(tx, { id: emergency, official: actor.id, roles, reason, about, begunAt: now, until })
    if (about !== null) concerns([about], [`emergency:${emergency}`])
    await emit(emergencyBegun, { subject: emergency, data: { emergency, official: actor.id } })
    if (about !== null) await emit(emergencyNamed, { subject: emergency, data: { emergency, person: about } })
    return { emergency, until: until.toISOString() }
  },
})
