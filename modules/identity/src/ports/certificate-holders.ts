import type { ProtocolContext } from '@tereze/foundation-operations'
import { port } from '@tereze/operation'

/** Whose certificate signed a challenge, or why it is nobody’s. */
export type CertificateHolder =
  | {
      readonly account: string
      readonly qualified: boolean
      /** The organisation that the certificate names, where its holder may act for it today; null otherwise. */
      readonly principal: string | null
    }
  /** The signature does not hold over the challenge, or under no trusted authority; `fault` says why. */
  | { readonly fault: string }
  /** It holds, and nobody is known here under the number that the certificate states. */
  | 'nobody'

/** Checks signatures of challenges; bound to signatures and registers, which identity does not know. */
export interface CertificateHolders {
  /**
   * @param signed.challenge the bytes that were to be signed.
   * @param signed.signature a CMS signature beside them, as it came.
   */
  find(
    context: ProtocolContext,
    signed: { readonly challenge: Uint8Array; readonly signature: Uint8Array },
  ): Promise<CertificateHolder>
}
/** Bound by `createIdentity`; null where nobody signs in with a certificate. */
export const certificateHolders = port<CertificateHolders | null>('identity.certificate-holders')
