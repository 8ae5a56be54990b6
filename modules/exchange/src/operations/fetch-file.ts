import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { fetchFile } from '../contract/kept-file.ts'
import { clientUnknown } from '../contract/xroad.ts'
import { openParts } from '../files/open-parts.ts'
import { operator } from '../rules/certificate.ts'
import { isTokenOf, kidOfToken } from '../rules/client-token.ts'
import { refuseCertificate } from '../serving/judge-signer.ts'
import { readStanding } from '../store/standing.ts'

/** Opens a file for a system of its receiver. */
export const fetchFileHandler = handle(fetchFile, {
  tenant: input => input.organisation,
  async run({ organisation: member, file, token, audience }, context) {
    const { tx, now } = context
    const standing = await readStanding(tx, {
      provider: member,
      consumer: member,
      kid: kidOfToken(token),
      contract: '',
      operator,
      now,
    })
    if (standing.key === null) return refuse(clientUnknown)
    if (!(await isTokenOf(token, { jwk: standing.key.jwk, member, audience, now }))) return refuse(clientUnknown)
    if (standing.certificate !== null) return refuseCertificate(standing.certificate)
    return openParts(context, member, file)
  },
})
