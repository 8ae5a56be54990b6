import { handle } from '@tereze/foundation-operations'
import { listAuthorities } from '../contract/authority.ts'
import { ownAuthority } from '../rules/authority.ts'
import { operator } from '../rules/certificate.ts'
import { countCertificates, listAuthorityRows } from '../store/certificates.ts'

const none = { certificates: 0, revoked: 0, unknown: 0, answered: null, fault: null, since: null }

/** Lists the outside authorities and what they say of the certificates of members. */
export const listAuthoritiesHandler = handle(listAuthorities, {
  tenant: () => operator,
  async run(_, { tx, now }) {
    const known = new Map((await countCertificates(tx, operator, now)).map(one => [one.authority, one]))
    const trusted = await listAuthorityRows(tx, operator)
    return {
      items: trusted
        .filter(({ id }) => id !== ownAuthority)
        .map(({ id: authority, subject, until, addresses, whenUnknown, untrusted }) => ({
          ...none,
          ...known.get(authority),
          authority,
          subject,
          until,
          addresses,
          whenUnknown,
          untrusted,
        })),
    }
  },
})
