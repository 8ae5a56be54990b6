import { keyring } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { certificateNotFound, revokeCertificate } from '../contract/certificate.ts'
import { revokeCertificateRow } from '../store/certificates.ts'

/** Takes a certificate back at once. */
export const revokeCertificateHandler = handle(revokeCertificate, {
  tenant: input => input.organisation,
  async run({ serial, reason }, { tx, now, port, concerns }) {
    const revoked = await revokeCertificateRow(tx, serial, now, reason)
    if (revoked === null) return refuse(certificateNotFound, { pointer: '/serial' })
    if (revoked.system === null) await port(keyring).rotate(tx, 'exchange')
    concerns([], [`serial:${serial}`, `kid:${revoked.kid}`, `reason:${reason}`])
    return { serial }
  },
})
