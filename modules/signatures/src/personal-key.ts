import { packages } from '@tereze/catalogue/contract'
import { isErased, keyring } from '@tereze/foundation-keys'
import type { Context } from '@tereze/foundation-operations'
import type { NamePart, SignatureKey, Signatures } from '@tereze/foundation-signatures'
import { authorityOf, findIssuer } from './own-authorities.ts'
import { platform } from './platform.ts'
import { signers } from './ports/signers.ts'
import { revokedAddress } from './rules/authority-names.ts'
import type { NationalNumber } from './rules/decide-signer.ts'
import { isUsable, sealDays, termWithin } from './rules/seal-terms.ts'
import { type NumberRule, signatureProfiles } from './rules/signature-profiles.ts'
import { kidOf, privateKeyOf, publicKeyOf, purposes } from './seal-keys.ts'
import { findPersonalCertificate, insertPersonalCertificate } from './store/personal-certificates.ts'

/** Purpose of the key that is kept for an account. */
export const personalPurpose = (account: string): string => `${purposes.person}/${account}`

/** A number as the profile of its jurisdiction writes it into a certificate; nothing where it has no place there. */
function partOf({ kind, value }: NationalNumber, rules: readonly NumberRule[]): NamePart[] {
  const rule = rules.find(one => one.kind === kind && one.of === 'person')
  if (rule === undefined) return []
  // What stands before the number in the pattern, such as the IIN of an ИИН.
  const written = `${/^\^([A-Z0-9-]*)\(/.exec(rule.pattern.source)?.[1] ?? ''}${value}`
  return rule.pattern.exec(written)?.[1] === value ? [{ type: rule.part, value: written }] : []
}

/**
 * The key that the platform keeps for somebody, with its certificate: made at the first signature, certified anew where it runs out.
 * Null while the installation has no authority, or nobody knows the account.
 */
export async function personalKey(
  context: Context,
  { issue, readCertificate, softwareKey }: Signatures,
  account: string,
  revocations: string,
): Promise<SignatureKey | null> {
  const { tx, now } = context
  const keys = context.port(keyring)
  const issuer = await findIssuer(context)
  const name = await context.port(signers).nameOf(account)
  if (issuer === null || name === null) return null
  const purpose = personalPurpose(account)
  // As it is now, and not as this node remembers it: the person may have revoked it a moment ago.
  const jwk = (await keys.findPrivateJwk(tx, platform, purpose)) ?? (await keys.privateJwk(tx, purpose))
  const [key, kid] = [privateKeyOf(jwk), kidOf(jwk)]
  const place = `signatures.certificate/${kid}`
  const known = await findPersonalCertificate(tx, platform, account)
  if (known !== null && known.kid === kid && isUsable(known, now)) {
    const opened = await keys.open(tx, platform, account, known.certificate, place)
    return isErased(opened) ? null : softwareKey(key, [opened, (await authorityOf(tx, known)).certificate])
  }
  const rules = signatureProfiles(context.port(packages)).flatMap(({ numbers }) => numbers)
  const numbers = await context.port(signers).numbersOf(account)
  const term = termWithin(now, sealDays, issuer.authority)
  const certificate = await issue({
    subject: [{ type: '2.5.4.3', value: name }, ...numbers.flatMap(number => partOf(number, rules))],
    publicKey: publicKeyOf(key),
    issuer: issuer.key,
    use: 'signing',
    revocationLists: revokedAddress(revocations, issuer),
    ...term,
  })
  const serial = readCertificate(certificate)?.serial
  if (serial === undefined) throw new Error('what was issued is a certificate')
  const sealed = await keys.seal(tx, account, certificate, place)
  if (isErased(sealed)) return null
  const authority = issuer.authority.kid
  await insertPersonalCertificate(tx, { serial, account, kid, certificate: sealed, authority, until: term.until, now })
  return softwareKey(key, [certificate, issuer.authority.certificate])
}
