import { packages } from '@tereze/catalogue/contract'
import { handle } from '@tereze/foundation-operations'
import { signatures as library } from '@tereze/foundation-signatures'
import { refuse } from '@tereze/operation'
import { authorityUnfit, certificatesUnreadable, jurisdictionUnknown, proposeAuthority } from '../contract/index.ts'
import { authorityJudge } from '../judge-authority.ts'
import { platform } from '../platform.ts'
import { signatureProfiles } from '../rules/signature-profiles.ts'
import { insertProposed } from '../store/added-authorities.ts'

/** Keeps a proposal to trust an authority, which was judged anew. */
export const proposeAuthorityHandler = handle(proposeAuthority, {
  tenant: () => platform,
  async run({ certificate: given, level, jurisdiction, reason }, context) {
    const { tx, now, ids, actor, port, concerns } = context
    const loaded = await library()
    const certificate = loaded.readCertificate(Buffer.from(given, 'base64'))
    if (certificate === null) return refuse(certificatesUnreadable, { pointer: '/certificate' })
    const [why] = (await authorityJudge(context, loaded))(certificate)
    if (why !== undefined)
      return refuse(authorityUnfit, { pointer: '/certificate', params: { why: why.replaceAll('-', '_') } })
    if (!signatureProfiles(port(packages)).some(profile => profile.jurisdiction === jurisdiction))
      return refuse(jurisdictionUnknown, { pointer: '/jurisdiction' })
    const authority = ids.newId('authority')
    const fingerprint = Buffer.from(loaded.sha256(certificate.der)).toString('hex')
    const proposal = { level, jurisdiction, because: reason, proposedBy: actor.id, now }
    if (!(await insertProposed(tx, { ...proposal, authority, fingerprint, certificate: certificate.der })))
      return refuse(authorityUnfit, { pointer: '/certificate', params: { why: 'known' } })
    concerns([], [`authority:${authority}`, `fingerprint:${fingerprint}`])
    return { authority }
  },
})
