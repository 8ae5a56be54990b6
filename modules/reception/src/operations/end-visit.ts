import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { endVisit } from '../contract/index.ts'
import { updateEnded } from '../store/visits.ts'
import { holdVisit } from '../visits/own-visit.ts'

/** Ends a visit: from the next request on nothing is done for the visitor. */
export const endVisitHandler = handle(endVisit, {
  tenant: input => input.organisation,
  async run(input, context) {
    const visit = await holdVisit(context, input.visit)
    if (isRefused(visit)) return visit
    await updateEnded(context.tx, visit.id, context.now)
    return { visit: visit.id }
  },
})
