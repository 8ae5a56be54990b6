import { handle } from '@tereze/foundation-operations'
import { signatures as library } from '@tereze/foundation-signatures'
import { refuse } from '@tereze/operation'
import { authorityUnfit, confirmAuthority, fingerprintOther, proposalNotFound, proposalOwn } from '../contract/index.ts'
import { authorityJudge } from '../judge-authority.ts'
import { platform } from '../platform.ts'
import { decideConfirming } from '../rules/decide-confirming.ts'
import { holdAdded, updateConfirmed } from '../store/added-authorities.ts'

/** Confirms a proposal of somebody else; the certificate is judged once more, as days may have passed. */
export const confirmAuthorityHandler = handle(confirmAuthority, {
  tenant: () => platform,
  async run({ authority, fingerprint }, context) {
    const { tx, now, actor, concerns } = context
    const proposal = await holdAdded(tx, authority)
    const why = proposal === null ? 'not-proposed' : decideConfirming(proposal, { by: actor.id, fingerprint })
    if (proposal === null || why === 'not-proposed') return refuse(proposalNotFound, { pointer: '/authority' })
    if (why === 'own') return refuse(proposalOwn)
    if (why === 'fingerprint-other') return refuse(fingerprintOther, { pointer: '/fingerprint' })
    const loaded = await library()
    const certificate = loaded.readCertificate(proposal.certificate)
    if (certificate === null) throw new Error('what was proposed is a certificate')
    const [fault] = (await authorityJudge(context, loaded, authority))(certificate)
    if (fault !== undefined)
      return refuse(authorityUnfit, { pointer: '/authority', params: { why: fault.replaceAll('-', '_') } })
    await updateConfirmed(tx, authority, actor.id, now)
    concerns([], [`authority:${authority}`, `fingerprint:${proposal.fingerprint}`])
    return { confirmedAt: now.toISOString() }
  },
})
