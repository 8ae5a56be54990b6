import type { ProtocolContext } from '@tereze/foundation-operations'
import { isRefused, type Refused, refuse, systemActor } from '@tereze/operation'
import { checkSignedFile } from './check-signed-file.ts'
import {
  getStatement,
  keepSignature,
  kindTooWeak,
  organisationOther,
  type SignedBy,
  signatureFaulty,
  signatureUnreadable,
  signerOther,
  statementSigned,
} from './contract/index.ts'
import { platform } from './platform.ts'
import { signers } from './ports/signers.ts'
import { decideSigner, type SignerDecision } from './rules/decide-signer.ts'
import { bytesOf } from './statements.ts'

function refusalOf(decision: Exclude<SignerDecision, { taken: unknown }>, needed: string): Refused {
  const pointer = '/file'
  switch (decision.refused) {
    case 'unreadable':
      return refuse(signatureUnreadable, { pointer })
    case 'faulty':
      // Choices of a message have no hyphens in their names.
      return refuse(signatureFaulty, {
        pointer,
        params: { fault: decision.fault, why: decision.fault.replaceAll('-', '_') },
      })
    case 'signer-other':
      return refuse(signerOther, { pointer })
    case 'organisation-other':
      return refuse(organisationOther, { pointer })
    case 'too-weak':
      return refuse(kindTooWeak, { pointer, params: { needed, given: decision.given } })
  }
}

/**
 * Takes the signature of a statement that was made elsewhere: checked over exactly the bytes that were shown, by the authorities that a
 * jurisdiction trusts, and of the person who signed in. Authorities are asked outside any transaction.
 */
export async function takeSignature(
  context: ProtocolContext,
  { statement, file }: { readonly statement: string; readonly file: Uint8Array },
): Promise<SignedBy | Refused> {
  const { actor } = context
  const shown = await context.call(getStatement, { statement })
  if (isRefused(shown)) return shown
  if (shown.signed !== null) return refuse(statementSigned)
  const check = await checkSignedFile(context, { file, content: bytesOf(shown.text) })
  const { numbersOf } = context.port(signers)
  const actingFor = actor.kind === 'person' ? actor.onBehalfOf : null
  const decision = decideSigner(check, {
    needed: shown.needed,
    person: await numbersOf(actor.id),
    organisation: actingFor === null || actingFor.startsWith('person_') ? [] : await numbersOf(actingFor),
  })
  if ('refused' in decision) return refusalOf(decision, shown.needed)
  const { taken, kind } = decision
  const { signer, authority, certificate, numbers, provenAt } = taken
  const signed = {
    kind,
    signer: signer?.name ?? '',
    numbers,
    authority: authority?.name ?? '',
    serial: certificate?.serial ?? '',
    provenAt,
  }
  const signature = Buffer.from(file).toString('base64')
  const kept = { statement, account: actor.id, signature, signed }
  return context.call(keepSignature, kept, { actor: systemActor('signatures', platform) })
}
