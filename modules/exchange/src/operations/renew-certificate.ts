import { createHash } from 'node:crypto'
import { readRequest, verifySignature } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { renewalUnproved, renewCertificate } from '../contract/certificate.ts'
import { operator } from '../rules/certificate.ts'
import { kidOfToken } from '../rules/client-token.ts'
import { isRenewal, renewalType } from '../rules/renewal.ts'
import { certify, refuseUnusable } from '../serving/certify.ts'
import { listCertificateRows } from '../store/certificates.ts'

/** Certifies the next key of a system. Only a system whose present certificate is good can renew: what is over or taken back cannot. */
export const renewCertificateHandler = handle(renewCertificate, {
  tenant: input => input.organisation,
  async run({ organisation, request, token }, context) {
    const rows = await listCertificateRows(context.tx, organisation, operator, context.now, kidOfToken(token))
    const present = rows.find(({ state, system }) => state === null && system !== null)
    const payload = present === undefined ? null : await verifySignature(token, present.jwk, renewalType)
    const hash = createHash('sha256').update(request).digest('base64url')
    if (present === undefined || payload === null || !isRenewal(payload, { organisation, hash, now: context.now }))
      return refuse(renewalUnproved)
    const read = await readRequest(request)
    if ('fault' in read) return refuseUnusable(read.fault, '/request')
    const given = await certify(context, { system: present.system, jwk: read.jwk })
    if (!isRefused(given)) context.concerns([], [`system:${present.system}`, `serial:${given.serial}`])
    return given
  },
})
