import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { calculateJwkThumbprint, importJWK, type JWK } from 'jose'
import { keyRegistered, messageMalformed, registerKey } from '../contract/message.ts'
import { insertMemberKey } from '../store/member-keys.ts'

/** A public ES256 key and its thumbprint, or null when the JWK is none. */
async function thumbprintOf(jwk: JWK): Promise<string | null> {
  if (jwk.kty !== 'EC' || jwk.crv !== 'P-256' || jwk.d !== undefined) return null
  try {
    await importJWK(jwk, 'ES256')
    return await calculateJwkThumbprint(jwk)
  } catch {
    return null
  }
}

/** Registers the public key with which a member's system signs. */
export const registerKeyHandler = handle(registerKey, {
  tenant: input => input.organisation,
  async run({ system, jwk }, context) {
    const kid = await thumbprintOf(jwk)
    if (kid === null) return refuse(messageMalformed, { pointer: '/jwk' })
    const holder = await insertMemberKey(context.tx, { kid, system, jwk, now: context.now })
    if (holder !== system) return refuse(keyRegistered, { pointer: '/jwk', params: { system: holder } })
    return { kid }
  },
})
