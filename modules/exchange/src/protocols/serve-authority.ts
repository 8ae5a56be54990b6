import { respond } from '@tereze/foundation-operations'
import { isRefused, refuse } from '@tereze/operation'
import { describeAuthority, serveAuthority } from '../contract/authority.ts'
import { authorityNotFound } from '../contract/certificate.ts'

const cache = { 'cache-control': 'public, max-age=3600' }

/** The door for whoever checks certificates of this installation. */
export const serveAuthorityProtocol = respond(serveAuthority, async (request, context) => {
  const file = request.params.file ?? ''
  if (file !== 'certificate.pem' && file !== 'revocations.crl') return refuse(authorityNotFound, { pointer: '/file' })
  const described = await context.call(describeAuthority, {})
  if (isRefused(described)) return described
  return file === 'certificate.pem'
    ? { status: 200, headers: { ...cache, 'content-type': 'application/x-pem-file' }, body: described.certificate }
    : {
        status: 200,
        headers: { ...cache, 'content-type': 'application/pkix-crl' },
        body: Buffer.from(described.revocations, 'base64'),
      }
})
