import type { ProtocolContext } from '@tereze/foundation-operations'
import { signatures as library, type SignatureKey } from '@tereze/foundation-signatures'
import { isRefused, systemActor } from '@tereze/operation'
import { clockOf } from './clock-of.ts'
import { certifySeal, foundAuthority, type SealedThing, signWithSeal } from './contract/index.ts'
import { listOwnAuthorities, type OwnAuthority } from './revocation-desk.ts'

/** What is signed, as people know it: noted with the seal, so that its revocation can be weighed. */
export type NamedThing = Omit<SealedThing, 'kind'>

/** A seal that is ready to sign. */
export interface ReadySeal {
  readonly serial: string
  readonly until: string
  /** Adds the organisation's signature to a PDF with what it is judged by for ever: chain, list of revoked seals, time-stamps (PAdES baseline LTA). */
  sign(
    pdf: Uint8Array,
    of: { readonly name: string; readonly label: string; readonly reason: string; readonly thing: NamedThing },
  ): Promise<Uint8Array>
  /** The organisation's signature of a file with a time-stamp, to stand beside it (CAdES baseline T). */
  signBeside(content: Uint8Array, thing: NamedThing): Promise<Uint8Array>
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
  const certificates = seal.certificates.map(der => new Uint8Array(Buffer.from(der, 'base64')))
  const keyFor = (thing: SealedThing): SignatureKey => ({
    certificates,
    algorithm: 'ecdsa-sha256',
    async sign(bytes) {
      const input = { organisation, serial: seal.serial, bytes: Buffer.from(bytes).toString('base64'), thing }
      const signed = await context.call(signWithSeal, input, { actor })
      if (isRefused(signed)) throw new Error(signed.code)
      return new Uint8Array(Buffer.from(signed.value, 'base64'))
    },
  })
  /** Lists of the authorities of the seal and of the own clock, which may be the one before and the one that certifies now. */
  async function revoked(): Promise<Uint8Array[]> {
    const own = await listOwnAuthorities(context)
    const isOfSeal = ({ certificate }: OwnAuthority) =>
      certificates.some(der => Buffer.compare(der, certificate.der) === 0)
    return own.filter((one, place) => place === 0 || isOfSeal(one)).map(({ list }) => list)
  }
  return {
    serial: seal.serial,
    until: seal.until,
    async sign(pdf, { name, label, reason, thing }) {
      const { addLongTermData, signPdf, stampPdf } = await library()
      const timestamps = await clockOf(context)
      const signed = await signPdf(pdf, keyFor({ ...thing, kind: 'file' }), {
        at: context.now,
        name,
        label,
        reason,
        timestamps,
      })
      return stampPdf(addLongTermData(signed, { certificates, lists: await revoked(), answers: [] }), timestamps)
    },
    async signBeside(content, thing) {
      const { signCms } = await library()
      return signCms(content, keyFor({ ...thing, kind: 'beside' }), {
        claimedAt: context.now,
        timestamps: await clockOf(context),
      })
    },
  }
}
