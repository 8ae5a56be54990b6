import { handle } from '@tereze/foundation-operations'
import { listCertificates } from '../contract/certificate.ts'
import { renewFrom } from '../rules/authority.ts'
import { operator } from '../rules/certificate.ts'
import { listCertificateRows } from '../store/certificates.ts'

/** Lists the certificates of a member and how each stands. */
export const listCertificatesHandler = handle(listCertificates, {
  tenant: input => input.organisation,
  async run({ organisation }, { tx, now }) {
    const rows = await listCertificateRows(tx, organisation, operator, now)
    return {
      items: rows.map(({ serial, authority, kid, system, from, until, state, why, check, certificate }) => {
        const ends = renewFrom(new Date(from), new Date(until)) <= now ? ('ends-soon' as const) : ('good' as const)
        return { serial, authority, kid, system, from, until, state: state ?? ends, why, check, certificate }
      }),
    }
  },
})
