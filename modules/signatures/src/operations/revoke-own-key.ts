import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { ownKeyMissing, revokeOwnKey } from '../contract/index.ts'
import { personalPurpose } from '../personal-key.ts'
import { platform } from '../platform.ts'
import { findPersonalCertificate, updatePersonalRevoked } from '../store/personal-certificates.ts'

/** Revokes the certificate of the caller's key, and retires the key itself. */
export const revokeOwnKeyHandler = handle(revokeOwnKey, {
  tenant: () => platform,
  async run(_input, { tx, now, actor, port, concerns }) {
    const certificate = await findPersonalCertificate(tx, platform, actor.id)
    if (certificate === null || certificate.revokedAt !== null) return refuse(ownKeyMissing)
    const { serial } = certificate
    await updatePersonalRevoked(tx, serial, now)
    await port(keyring).rotate(tx, personalPurpose(actor.id))
    concerns([actor.id], [`serial:${serial}`])
    return { serial, revokedAt: now.toISOString() }
  },
})
