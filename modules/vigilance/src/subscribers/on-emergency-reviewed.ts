import { emergencyReviewed } from '@tereze/access/contract'
import { subscriber } from '@tereze/foundation-operations'
import { deleteAwaited } from '../store/awaited-reviews.ts'

/** The review of an emergency is there: nobody waits for it any more. */
export const onEmergencyReviewed = subscriber({
  name: 'vigilance.on-emergency-reviewed',
  on: [emergencyReviewed],
  tenant: ({ tenant }) => tenant,
  async react({ data }, { tx }) {
    deleteAwaited(tx, data.emergency)
  },
})
