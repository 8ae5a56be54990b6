import { checkAuthority, readRevocations } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { trustAuthority } from '../contract/authority.ts'
import { ownAuthority } from '../rules/authority.ts'
import { operator } from '../rules/certificate.ts'
import { refuseUnusable } from '../serving/certify.ts'
import { upsertAuthority } from '../store/certificates.ts'

/** Trusts an outside authority. */
export const trustAuthorityHandler = handle(trustAuthority, {
  tenant: () => operator,
  async run({ authority: id, certificate, revocations: list, addresses, whenUnknown }, { tx, now, actor, concerns }) {
    if (id === ownAuthority) return refuseUnusable('own-authority', '/authority')
    const checked = await checkAuthority(certificate, now)
    if ('fault' in checked) return refuseUnusable(checked.fault, '/certificate')
    const revocations = list === undefined ? null : await readRevocations(list, certificate, now)
    if (revocations !== null && 'fault' in revocations) return refuseUnusable(revocations.fault, '/revocations')
    const { subject, until } = checked.read
    upsertAuthority(tx, { id, subject, certificate, until, revocations, addresses, whenUnknown, now, by: actor.id })
    concerns([], [`authority:${id}`])
    return { authority: id, subject, until: until.toISOString(), revoked: revocations?.serials.length ?? 0 }
  },
})
