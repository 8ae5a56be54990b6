import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { revokeSeal, sealNotFound } from '../contract/index.ts'
import { findSeal, updateRevoked } from '../store/seals.ts'

/** Revokes the certificate of a seal; one that is revoked stays revoked since then. */
export const revokeSealHandler = handle(revokeSeal, {
  tenant: input => input.organisation,
  async run({ serial, reason }, { tx, now, concerns }) {
    await updateRevoked(tx, serial, reason, now)
    const seal = await findSeal(tx, tx.tenant, serial)
    if (seal?.revokedAt == null) return refuse(sealNotFound, { pointer: '/serial' })
    concerns([], [`serial:${serial}`])
    return { serial, revokedAt: seal.revokedAt }
  },
})
