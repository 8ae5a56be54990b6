import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { revokeSeal, sealNotFound } from '../contract/index.ts'
import { kidOf, purposes, sealKey } from '../seal-keys.ts'
import { findSeal, updateRevoked } from '../store/seals.ts'

/** Revokes the certificate of a seal and retires its key, which is never certified again; one that is revoked stays revoked since then. */
export const revokeSealHandler = handle(revokeSeal, {
  tenant: input => input.organisation,
  async run({ serial, reason }, { tx, now, port, concerns }) {
    const seal = await findSeal(tx, tx.tenant, serial)
    if (seal === null) return refuse(sealNotFound, { pointer: '/serial' })
    concerns([], [`serial:${serial}`])
    if (seal.revokedAt !== null) return { serial, revokedAt: seal.revokedAt }
    await updateRevoked(tx, serial, reason, now)
    const keys = port(keyring)
    if (seal.kid === kidOf(await sealKey(keys, tx))) await keys.rotate(tx, purposes.seal)
    return { serial, revokedAt: now.toISOString() }
  },
})
