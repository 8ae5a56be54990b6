import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { endEmergency as definition, emergencyNotFound } from '../contract/index.ts'
import { isRunning } from '../rules/show-emergency.ts'
import { findEmergencyForUpdate, updateEnd } from '../store/emergencies.ts'

/** Ends one's own access in an emergency before its time. */
export const endEmergency = handle(definition, {
  tenant: input => input.organisation,
  async run({ emergency }, { tx, now, actor }) {
    const row = await findEmergencyForUpdate(tx, emergency)
    if (row === null || row.official !== actor.id || !isRunning(row, now))
      return refuse(emergencyNotFound, { pointer: '/emergency' })
    await updateEnd(tx, emergency, now)
    return { emergency }
  },
})
