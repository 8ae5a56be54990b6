import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { reviewEmergency as definition, emergencyNotFound, emergencyReviewed } from '../contract/index.ts'
import { whyNoReview } from '../rules/decide-review.ts'
import { findEmergencyForUpdate, updateReview } from '../store/emergencies.ts'

/** Says whether access taken in an emergency was justified. */
export const reviewEmergency = handle(definition, {
  tenant: input => input.organisation,
  async run({ emergency, justified, remark }, { tx, now, actor, emit }) {
    const row = await findEmergencyForUpdate(tx, emergency)
    if (row === null) return refuse(emergencyNotFound, { pointer: '/emergency' })
    const why = whyNoReview(row, actor.id, now)
    if (why !== null) return refuse(why, { pointer: '/emergency' })
    await updateReview(tx, emergency, { by: actor.id, at: now, justified, remark })
    await emit(emergencyReviewed, { subject: emergency, data: { emergency, official: row.official, justified } })
    return { emergency }
  },
})
