import { handle } from '@tereze/foundation-operations'
import { signatures as library } from '@tereze/foundation-signatures'
import { refuse } from '@tereze/operation'
import { certificatesUnreadable, readAuthorities } from '../contract/index.ts'
import { authorityJudge } from '../judge-authority.ts'
import { platform } from '../platform.ts'
import { tellAuthority } from '../tell-authority.ts'

/** Reads the certificates of a file and judges each; nothing is kept. */
export const readAuthoritiesHandler = handle(readAuthorities, {
  tenant: () => platform,
  async run({ file }, context) {
    const loaded = await library()
    const found = loaded.readCertificateFile(Buffer.from(file, 'base64'))
    if (found === null) return refuse(certificatesUnreadable, { pointer: '/file' })
    const judge = await authorityJudge(context, loaded)
    return {
      items: found.map(certificate => ({
        ...tellAuthority(loaded, certificate),
        certificate: Buffer.from(certificate.der).toString('base64'),
        faults: judge(certificate),
      })),
    }
  },
})
