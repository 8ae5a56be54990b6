import { keyring } from '@tereze/foundation-keys'
import { type Context, handle } from '@tereze/foundation-operations'
import { signatures as library, type SignatureKey, type Signatures } from '@tereze/foundation-signatures'
import { refuse } from '@tereze/operation'
import { answerTimestamp, authorityMissing } from '../contract/index.ts'
import { findIssuer } from '../own-authorities.ts'
import { isUsable } from '../rules/seal-terms.ts'
import { kidOf, privateKeyOf, publicKeyOf, purposes } from '../seal-keys.ts'
import { findSealOfKey, insertSeal } from '../store/seals.ts'

/**
 * The clock's key with its certificate, which lasts as long as its authority: stamps have to outlive the seals they prove. From the day on
 * which a new authority certifies, it certifies the clock too.
 */
async function clockKey(
  context: Context,
  { issue, readCertificate, softwareKey }: Signatures,
): Promise<SignatureKey | null> {
  const { tx, now } = context
  const keys = context.port(keyring)
  const issuer = await findIssuer(context)
  if (issuer === null) return null
  const { authority, isFirst } = issuer
  const jwk = await keys.privateJwk(tx, purposes.clock)
  const key = privateKeyOf(jwk)
  const known = await findSealOfKey(tx, tx.tenant, kidOf(jwk))
  const isOfThis = known?.authority === authority.kid || (known?.authority === null && isFirst)
  if (known !== null && isOfThis && isUsable(known, now))
    return softwareKey(key, [known.certificate, authority.certificate])
  const until = new Date(authority.until)
  const certificate = await issue({
    subject: [{ type: '2.5.4.3', value: 'Tereze Clock' }],
    publicKey: publicKeyOf(key),
    issuer: issuer.key,
    use: 'timestamps',
    from: now,
    until,
  })
  const serial = readCertificate(certificate)?.serial
  if (serial === undefined) throw new Error('what was issued is a certificate')
  await insertSeal(tx, { serial, kid: kidOf(jwk), certificate, authority: authority.kid, until, now })
  return softwareKey(key, [certificate, authority.certificate])
}

/** Answers a request for a time-stamp with the moment of the operation. */
export const answerTimestampHandler = handle(answerTimestamp, {
  tenant: () => 'platform',
  async run({ request }, context) {
    const loaded = await library()
    const key = await clockKey(context, loaded)
    if (key === null) return refuse(authorityMissing)
    const answer = await loaded.timestampAuthority({ key, now: () => context.now })(Buffer.from(request, 'base64'))
    return { answer: Buffer.from(answer ?? []).toString('base64') }
  },
})
