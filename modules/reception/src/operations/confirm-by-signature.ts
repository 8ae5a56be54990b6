import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { confirmBySignature, phoneKnown, signatureEmpty } from '../contract/index.ts'
import { visitors } from '../ports/visitors/port.ts'
import { drawSignature } from '../rules/draw-signature.ts'
import { confirm } from '../visits/confirm.ts'
import { holdUnconfirmed } from '../visits/own-visit.ts'

/** Confirms by what was drawn, where no code can be sent. */
export const confirmBySignatureHandler = handle(confirmBySignature, {
  tenant: input => input.organisation,
  async run(input, context) {
    const visit = await holdUnconfirmed(context, input.visit)
    if (isRefused(visit)) return visit
    const visitor = await context.port(visitors).get(context, visit.person)
    if (visitor !== null && visitor.phone !== null) return refuse(phoneKnown)
    const picture = drawSignature(input.strokes)
    if (picture === null) return refuse(signatureEmpty, { pointer: '/strokes' })
    await confirm(context, visit, picture)
    return { visit: visit.id }
  },
})
