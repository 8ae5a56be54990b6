import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { codesEnough, phoneMissing, sendVisitCode } from '../contract/index.ts'
import { visitors } from '../ports/visitors/port.ts'
import { mostCodes } from '../rules/decide-code.ts'
import { updateCodeWanted } from '../store/visits.ts'
import { holdUnconfirmed } from '../visits/own-visit.ts'

/** Asks for a code; it is made and sent after the commit. */
export const sendVisitCodeHandler = handle(sendVisitCode, {
  tenant: input => input.organisation,
  async run(input, context) {
    const visit = await holdUnconfirmed(context, input.visit)
    if (isRefused(visit)) return visit
    const visitor = await context.port(visitors).get(context, visit.person)
    if (visitor === null || visitor.phone === null) return refuse(phoneMissing)
    if (visit.codes >= mostCodes) return refuse(codesEnough, { params: { codes: mostCodes } })
    await updateCodeWanted(context.tx, visit.id, context.now)
    return { visit: visit.id }
  },
})
