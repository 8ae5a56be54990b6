import { checkChain, readX509, splitPem } from '@tereze/foundation-keys'
import { handle } from '@tereze/foundation-operations'
import { importCertificate } from '../contract/certificate.ts'
import { ownAuthority } from '../rules/authority.ts'
import { operator } from '../rules/certificate.ts'
import { linksOf } from '../rules/links-of.ts'
import { thumbprintOf } from '../rules/thumbprint.ts'
import { refuseUnusable } from '../serving/certify.ts'
import { questionsOf } from '../serving/questions-of.ts'
import { type AuthorityRow, findCertifiedSystem, insertCertificate, listAuthorityRows } from '../store/certificates.ts'
import { insertChecks } from '../store/revocation-checks.ts'

/** Whether it can become known that one on the way was taken back; where nobody minds, nobody asks. */
async function canBeAsked(authority: AuthorityRow, way: readonly string[], now: Date): Promise<boolean> {
  if (authority.whenUnknown === 'take') return true
  const questions = await questionsOf({
    certificates: way.join('\n'),
    authority: authority.certificate,
    declared: authority.addresses,
  })
  const isBrought = authority.revocationsUntil !== null && Date.parse(authority.revocationsUntil) > now.getTime()
  return questions.every((asked, place) => asked.length > 0 || (isBrought && place === way.length - 1))
}

/** Takes a certificate of an outside authority. */
export const importCertificateHandler = handle(importCertificate, {
  tenant: input => input.organisation,
  async run({ organisation, system, certificate, chain = '' }, { tx, now, concerns }) {
    const between = splitPem(chain)
    const trusted = (await listAuthorityRows(tx, operator)).filter(({ id }) => id !== ownAuthority)
    let fault = 'authority-unknown'
    for (const authority of trusted) {
      const checked = await checkChain(certificate, between, authority.certificate, now)
      if ('fault' in checked) {
        // What is wrong with the certificate itself says more than that it is not of this authority.
        if (checked.fault !== 'wrong-chain' || trusted.length === 1) fault = checked.fault
        continue
      }
      const { read } = checked
      if (authority.untrusted !== null) return refuseUnusable('authority-untrusted', '/certificate')
      const topSerial = readX509(between.at(-1) ?? certificate)?.serial ?? read.serial
      if (authority.revoked.includes(topSerial)) return refuseUnusable('revoked', '/certificate')
      if (!(await canBeAsked(authority, [certificate, ...between], now)))
        return refuseUnusable('revocation-nowhere', '/certificate')
      const kid = read.jwk === null ? null : await thumbprintOf(read.jwk as Record<string, unknown>)
      if (read.jwk === null || kid === null) return refuseUnusable('key-kind', '/certificate')
      const holder = await findCertifiedSystem(tx, organisation, kid)
      if (holder !== undefined && holder !== system) return refuseUnusable('other-system', '/certificate')
      const { serial, from, until, jwk } = read
      const row = { authority: authority.id, serial, kid, system, jwk, certificate, chain: between.join('\n') }
      const links = linksOf([certificate, ...between])
      await insertCertificate(tx, { ...row, from, until, now, links, topSerial })
      insertChecks(tx, links, now)
      concerns([], [`system:${system}`, `authority:${authority.id}`, `serial:${serial}`])
      return { serial, kid, authority: authority.id, from: from.toISOString(), until: until.toISOString() }
    }
    return refuseUnusable(fault, '/certificate')
  },
})
