import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { keyRegistered, messageMalformed, registerKey } from '../contract/message.ts'
import { thumbprintOf } from '../rules/thumbprint.ts'
import { insertMemberKey } from '../store/member-keys.ts'

/** For how long a registered key may be used, milliseconds; before it ends the member registers the next one. */
const keyTerm = 730 * 86_400_000

/** Registers the public key with which a member's system signs. */
export const registerKeyHandler = handle(registerKey, {
  tenant: input => input.organisation,
  async run({ system, jwk }, context) {
    const kid = await thumbprintOf(jwk)
    if (kid === null) return refuse(messageMalformed, { pointer: '/jwk' })
    const holder = await insertMemberKey(context.tx, {
      kid,
      system,
      jwk,
      now: context.now,
      until: new Date(context.now.getTime() + keyTerm),
    })
    if (holder !== system) return refuse(keyRegistered, { pointer: '/jwk', params: { system: holder } })
    return { kid }
  },
})
