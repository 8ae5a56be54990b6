import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { signatures as library } from '@tereze/foundation-signatures'
import { refuse } from '@tereze/operation'
import { sealNotFound, signWithSeal } from '../contract/index.ts'
import { kidOf, privateKeyOf, sealKey } from '../seal-keys.ts'
import { noteUse } from '../store/seal-uses.ts'
import { findSeal } from '../store/seals.ts'

/** Signs with the key of a seal, while its certificate stands. */
export const signWithSealHandler = handle(signWithSeal, {
  tenant: input => input.organisation,
  async run({ serial, bytes, thing }, context) {
    const { tx, now } = context
    const seal = await findSeal(tx, tx.tenant, serial)
    const jwk = await sealKey(context.port(keyring), tx)
    const stands = seal !== null && seal.revokedAt === null && seal.kid === kidOf(jwk)
    if (!stands) return refuse(sealNotFound, { pointer: '/serial' })
    const { softwareKey } = await library()
    const value = await softwareKey(privateKeyOf(jwk), [seal.certificate]).sign(Buffer.from(bytes, 'base64'))
    if (thing !== undefined) await noteUse(tx, serial, thing, now)
    return { value: Buffer.from(value).toString('base64') }
  },
})
