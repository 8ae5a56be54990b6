import { PrincipalId } from '@tereze/access/contract'
import { operation, refusal } from '@tereze/operation'
import { Type } from 'typebox'

/** The person may not act for this one today. */
export const principalNotYours = refusal('identity.principal-not-yours', 'forbidden')
/** One chooses for whom one acts in a session of a browser; a token says it by itself. */
export const sessionNeeded = refusal('identity.session-needed', 'forbidden')

/** Chooses for whom one acts. */
export const actFor = operation({
  name: 'identity.act-for',
  does: 'Chooses for whom the person of this session acts from the next request on; null: for themselves.',
  input: Type.Object({ principal: Type.Union([PrincipalId, Type.Null()]) }),
  output: Type.Object({ principal: Type.Union([PrincipalId, Type.Null()]) }),
  permission: 'identity.session.act',
  refusals: [principalNotYours, sessionNeeded],
})
