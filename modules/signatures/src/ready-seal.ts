import type { ProtocolContext } from '@tereze/foundation-operations'
import { signatures as library, type SignatureKey } from '@tereze/foundation-signatures'
import { isRefused, systemActor } from '@tereze/operation'
import { answerTimestamp, certifySeal, foundAuthority, signWithSeal } from './contract/index.ts'

/** A seal that is ready to sign. */
export interface ReadySeal {
  readonly serial: string
  readonly until: string
  /** Adds the organisation's signature with a time-stamp to a PDF (PAdES baseline T). */
  sign(
    pdf: Uint8Array,
    of: { readonly name: string; readonly label: string; readonly reason: string },
  ): Promise<Uint8Array>
}

/**
 * Makes an organisation's seal ready, with a certificate of the installation's authority. The key stays where it is: what leaves it is
 * one signature at a time.
 */
export async function readySeal(context: ProtocolContext, organisation: string): Promise<ReadySeal> {
  const found = await context.call(foundAuthority, {}, { actor: systemActor('signatures', 'platform') })
  if (isRefused(found)) throw new Error(found.code)
  const actor = systemActor('signatures', organisation)
  const revocations = `${context.origin}/signatures/revoked.crl`
  const seal = await context.call(certifySeal, { organisation, revocations }, { actor })
  if (isRefused(seal)) throw new Error(seal.code)
  const key: SignatureKey = {
    certificates: seal.certificates.map(der => new Uint8Array(Buffer.from(der, 'base64'))),
    algorithm: 'ecdsa-sha256',
    async sign(bytes) {
      const input = { organisation, serial: seal.serial, bytes: Buffer.from(bytes).toString('base64') }
      const signed = await context.call(signWithSeal, input, { actor })
      if (isRefused(signed)) throw new Error(signed.code)
      return new Uint8Array(Buffer.from(signed.value, 'base64'))
    },
  }
  return {
    serial: seal.serial,
    until: seal.until,
    async sign(pdf, { name, label, reason }) {
      const { signPdf, timestampClient } = await library()
      const timestamps = timestampClient(async request => {
        const input = { request: Buffer.from(request).toString('base64') }
        const answered = await context.call(answerTimestamp, input, { actor: systemActor('signatures', 'platform') })
        return isRefused(answered) ? null : Buffer.from(answered.answer, 'base64')
      })
      return signPdf(pdf, key, { at: context.now, name, label, reason, timestamps })
    },
  }
}
