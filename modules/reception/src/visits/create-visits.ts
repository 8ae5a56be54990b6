import type { Visits } from '@tereze/access/contract'
import type { Packages } from '@tereze/catalogue/contract'
import type { Clock } from '@tereze/foundation-operations'
import { servedBy } from '../definition/served-by.ts'
import { decideInVisit } from '../rules/decide-in-visit.ts'
import { findVisit } from '../store/visits.ts'

/** Visits as the access policy asks about them. */
export function createVisits(of: { readonly packages: Packages; readonly clock: Pick<Clock, 'now'> }): Visits {
  return {
    async judge(reader, asked) {
      const now = of.clock.now()
      const visit = await findVisit(reader, asked.organisation, asked.visit)
      const served = servedBy(of.packages, asked.organisation, now).map(({ service }) => service)
      return decideInVisit(visit, asked, served, now)
    },
  }
}
