import { listOwnPowers } from '@tereze/access/contract'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { actFor as definition, principalNotYours, sessionNeeded } from '../contract/act-for.ts'
import { platform } from '../platform.ts'
import { updatePrincipal } from '../store/sessions.ts'

/** Chooses for whom the person of a session acts: somebody for whom they may by a register or a power, or themselves. */
export const actFor = handle(definition, {
  tenant: () => platform,
  async run({ principal }, context) {
    const { actor } = context
    if (actor.kind !== 'person') return refuse(sessionNeeded)
    if (principal !== null) {
      const own = await context.call(listOwnPowers, {})
      if (isRefused(own) || !own.principals.some(one => one.principal === principal))
        return refuse(principalNotYours, { pointer: '/principal' })
      context.concerns([principal])
    }
    if (!(await updatePrincipal(context.tx, actor.session, principal))) return refuse(sessionNeeded)
    return { principal }
  },
})
