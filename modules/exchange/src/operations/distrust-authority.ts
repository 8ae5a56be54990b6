import { handle } from '@tereze/foundation-operations'
import { refuse } from '@tereze/operation'
import { authorityUnknown, distrustAuthority } from '../contract/authority.ts'
import { ownAuthority } from '../rules/authority.ts'
import { operator } from '../rules/certificate.ts'
import { distrustAuthorityRow } from '../store/certificates.ts'

/** Trusts an outside authority no more. */
export const distrustAuthorityHandler = handle(distrustAuthority, {
  tenant: () => operator,
  async run({ authority, reason }, { tx, now, concerns }) {
    if (authority === ownAuthority || !(await distrustAuthorityRow(tx, authority, now, reason)))
      return refuse(authorityUnknown, { pointer: '/authority' })
    concerns([], [`authority:${authority}`, `reason:${reason}`])
    return { authority }
  },
})
