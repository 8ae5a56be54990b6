import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { hallNotFound, openVisit, visitOpen, visitorUnknown } from '../contract/index.ts'
import { hallNow } from '../definition/hall-now.ts'
import { visitors } from '../ports/visitors/port.ts'
import { visitEnd } from '../rules/visit-end.ts'
import { findOpenVisit, insertVisit, updateEnded } from '../store/visits.ts'
import { isOver } from '../visits/own-visit.ts'

/** Opens a visit; one of the operator’s that is past its time is ended first. */
export const openVisitHandler = handle(openVisit, {
  tenant: input => input.organisation,
  async run({ organisation, unit, person }, context) {
    const { tx, now, ids, actor, port, concerns } = context
    const here = hallNow(context, unit)
    if (here === null) return refuse(hallNotFound, { pointer: '/unit' })
    const visitor = await port(visitors).get(context, person)
    if (visitor === null) return refuse(visitorUnknown, { pointer: '/person' })
    const before = await findOpenVisit(tx, organisation, actor.id)
    if (before !== null && !isOver(before, now)) return refuse(visitOpen)
    if (before !== null) await updateEnded(tx, before.id, new Date(before.endsAt))
    const endsAt = visitEnd(now, { day: here.day, zone: here.hall.zone })
    const id = ids.newId('visit')
    await insertVisit(tx, { id, unit, official: actor.id, person, language: visitor.language, now, endsAt })
    concerns([person])
    return { visit: id }
  },
})
