import { readRequest } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { isRefused } from '@tereze/operation'
import { issueCertificateOperation } from '../contract/certificate.ts'
import { certify, refuseUnusable } from '../serving/certify.ts'

/** Certifies the key of a member's system. */
export const issueCertificateHandler = handle(issueCertificateOperation, {
  tenant: input => input.organisation,
  async run({ system, request }, context) {
    const read = await readRequest(request)
    if ('fault' in read) return refuseUnusable(read.fault, '/request')
    const given = await certify(context, { system, jwk: read.jwk })
    if (!isRefused(given)) context.concerns([], [`system:${system}`, `serial:${given.serial}`])
    return given
  },
})
