import { packages } from '@tereze/catalogue/contract'
import type { ProtocolContext } from '@tereze/foundation-operations'
import { signatures as library } from '@tereze/foundation-signatures'
import { anchorsOf } from './anchors-of.ts'
import type { SignatureCheck } from './contract/index.ts'
import { listOwnAuthorities, revocationDesk } from './revocation-desk.ts'
import { describeSignature } from './rules/describe-signature.ts'
import { signatureProfiles } from './rules/signature-profiles.ts'

/** Files of a check. */
export interface SignedFile {
  readonly file: Uint8Array
  /** What a signature beside its file signs. */
  readonly content: Uint8Array | null
}

/** Checks the signatures of a file. Nothing of the file is kept; what authorities answer is. */
export async function checkSignedFile(
  context: ProtocolContext,
  { file, content }: SignedFile,
): Promise<SignatureCheck> {
  const loaded = await library()
  const { judgeSignature, readSignatures, sha256 } = loaded
  const profiles = signatureProfiles(context.port(packages))
  const own = await listOwnAuthorities(context)
  const anchors = await anchorsOf(context, loaded, { profiles, own })
  const revocations = revocationDesk(context, loaded, own)
  const read = readSignatures(file, content)
  const found: SignatureCheck['signatures'] = []
  for (const signature of read.kind === 'signed' ? read.signatures : [])
    found.push(describeSignature(await judgeSignature(signature, { anchors, now: context.now, revocations }), profiles))
  return {
    kind: read.kind,
    fingerprint: Buffer.from(sha256(file)).toString('hex'),
    checkedAt: context.now.toISOString(),
    signatures: found,
  }
}
