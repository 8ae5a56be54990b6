import { keyring, writeRevocations } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { describeAuthority } from '../contract/authority.ts'
import { authorityNotFound } from '../contract/certificate.ts'
import { authorityPurpose, clockSkew, ownAuthority, revocationsTerm } from '../rules/authority.ts'
import { operator } from '../rules/certificate.ts'
import { listAuthorityRows, listRevokedSerials } from '../store/certificates.ts'

/** Gives the certificate of the own authority and what it took back. */
export const describeAuthorityHandler = handle(describeAuthority, {
  tenant: () => operator,
  async run(_, { tx, now, port }) {
    const authority = (await listAuthorityRows(tx, operator)).find(({ id }) => id === ownAuthority)
    const privateJwk = await port(keyring).findPrivateJwk(tx, operator, authorityPurpose)
    if (authority === undefined || privateJwk === null) return refuse(authorityNotFound)
    const { certificate } = authority
    const revoked = await listRevokedSerials(tx, ownAuthority, now)
    const list = await writeRevocations(
      { certificate, privateJwk },
      revoked.map(({ serial, at }) => ({ serial, at: new Date(at) })),
      { from: new Date(now.getTime() - clockSkew), until: new Date(now.getTime() + revocationsTerm) },
    )
    return { certificate, revocations: Buffer.from(list).toString('base64') }
  },
})
