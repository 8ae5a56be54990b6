import { packages } from '@tereze/catalogue/contract'
import { keyring } from '@tereze/foundation-keys'
import { type Context, handle } from '@tereze/foundation-operations'
import { signatures as library, type Signatures, type Timestamps } from '@tereze/foundation-signatures'
import { isRefused, refuse, suffices } from '@tereze/operation'
import {
  answerTimestamp,
  authorityMissing,
  confirmationUnfit,
  foundAuthority,
  passkeyTooWeak,
  type SignedBy,
  signByPasskey,
  statementNotFound,
  statementSigned,
} from '../contract/index.ts'
import { personalKey } from '../personal-key.ts'
import { platform } from '../platform.ts'
import { confirmations } from '../ports/signers.ts'
import { nameOf } from '../rules/describe-signature.ts'
import { numbersOf, signatureProfiles } from '../rules/signature-profiles.ts'
import { bytesOf, digestOf, openStatement, sealPart } from '../statements.ts'
import { updateSigned } from '../store/statements.ts'

/** What a passkey confirms, whichever device it is on: the key is the platform's to keep, and its authority is nobody's accredited one. */
const byPasskey = 'advanced'

/** The installation's clock. An outside one is not asked: nothing goes outside while a signature commits. */
function ownClock(context: Context, { timestampClient }: Signatures): Timestamps {
  return timestampClient(async request => {
    const answered = await context.call(answerTimestamp, { request: Buffer.from(request).toString('base64') })
    return isRefused(answered) ? null : Buffer.from(answered.answer, 'base64')
  })
}

/** Signs a statement with the key that is kept for the caller, whose passkey confirms it. */
export const signByPasskeyHandler = handle(signByPasskey, {
  tenant: () => platform,
  async run({ statement, response, revocations }, context) {
    const { tx, now, actor, port } = context
    const keys = port(keyring)
    const open = await openStatement(keys, tx, { statement, account: actor.id, now })
    if (open === null) return refuse(statementNotFound, { pointer: '/statement' })
    const { row, prepared } = open
    if (row.signed !== null) return refuse(statementSigned)
    if (!suffices(byPasskey, row.needed))
      return refuse(passkeyTooWeak, { params: { needed: row.needed, given: byPasskey } })
    const digest = digestOf(prepared.text).toString('base64url')
    const confirmation = await port(confirmations).confirm(context, digest, response)
    if (confirmation === null) return refuse(confirmationUnfit, { pointer: '/response' })
    await context.call(foundAuthority, {})
    const loaded = await library()
    const key = await personalKey(context, loaded, actor.id, revocations)
    const certificate = loaded.readCertificate(key?.certificates[0] ?? new Uint8Array())
    if (key === null || certificate === null) return refuse(authorityMissing)
    const timestamps = ownClock(context, loaded)
    const signature = await loaded.signCms(bytesOf(prepared.text), key, { claimedAt: now, timestamps })
    const by: SignedBy = {
      kind: byPasskey,
      way: 'passkey',
      signer: nameOf(certificate.subject).name,
      numbers: numbersOf(certificate.subject, signatureProfiles(port(packages))),
      authority: nameOf(certificate.issuer).name,
      serial: certificate.serial,
      at: now.toISOString(),
      provenAt: now.toISOString(),
    }
    const value = {
      by,
      signature: Buffer.from(signature).toString('base64'),
      confirmation: { response, ...confirmation },
    }
    const signed = await sealPart(keys, tx, { account: row.account, statement, part: 'signed', value })
    if (signed === null) return refuse(statementNotFound, { pointer: '/statement' })
    if (!(await updateSigned(tx, statement, { kind: by.kind, way: by.way, signed, now })))
      return refuse(statementSigned)
    context.concerns([actor.id], [`serial:${certificate.serial}`])
    return by
  },
})
