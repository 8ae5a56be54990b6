import { timingSafeEqual } from 'node:crypto'
import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { confirmByCode } from '../contract/index.ts'
import { decideCode } from '../rules/decide-code.ts'
import { updateCodeTries } from '../store/visits.ts'
import { codeHash } from '../visits/code-hash.ts'
import { confirm } from '../visits/confirm.ts'
import { holdUnconfirmed } from '../visits/own-visit.ts'

/** Tries the code that the visitor told. */
export const confirmByCodeHandler = handle(confirmByCode, {
  tenant: input => input.organisation,
  async run(input, context) {
    const visit = await holdUnconfirmed(context, input.visit)
    if (isRefused(visit)) return visit
    const { codeHash: kept, codeAt } = visit
    const given = await codeHash(context, visit.id, input.code.replaceAll(/\s/g, ''))
    const code =
      kept === null || codeAt === null
        ? null
        : { tries: visit.codeTries + 1, sentAt: new Date(codeAt), right: timingSafeEqual(kept, given) }
    const came = decideCode(code, context.now)
    await updateCodeTries(context.tx, visit.id)
    if (came.outcome === 'confirmed') await confirm(context, visit, null)
    return came
  },
})
