import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { getVisit, type VisitView } from '../contract/index.ts'
import { servedBy } from '../definition/served-by.ts'
import { visitors } from '../ports/visitors/port.ts'
import { findOpenVisit } from '../store/visits.ts'
import { viewVisitor } from '../views/view-visitor.ts'
import { visitWords } from '../views/visit-words.ts'
import { isOver } from '../visits/own-visit.ts'

/** The open visit of the asking operator. */
export const getVisitHandler = handle(getVisit, {
  tenant: input => input.organisation,
  async run({ organisation }, context) {
    const { tx, now, actor, port, concerns } = context
    const visit = await findOpenVisit(tx, organisation, actor.id)
    const visitor = visit === null || isOver(visit, now) ? null : await port(visitors).get(context, visit.person)
    if (visit === null || visitor === null) return { visit: null }
    concerns([visit.person])
    const { id, unit, openedAt, endsAt, confirmedBy, codeState } = visit
    const view: VisitView = {
      visit: id,
      unit,
      visitor: viewVisitor(visitor),
      openedAt,
      endsAt,
      confirmedBy,
      code: codeState ?? 'none',
      words: visitWords(context, visit),
      services: servedBy(port(packages), organisation, now),
    }
    return { visit: view }
  },
})
