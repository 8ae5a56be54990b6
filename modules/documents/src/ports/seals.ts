import type { ProtocolContext } from '@tereze/foundation-operations'
import { port } from '@tereze/operation'

/** An organisation's seal that is ready to sign files. */
export interface ReadySeal {
  /** Number of its certificate, hexadecimal. */
  readonly serial: string
  /** Until when the certificate is valid. */
  readonly until: string
  /** Adds the organisation's signature to a PDF and changes no byte of it. */
  sign(
    pdf: Uint8Array,
    of: { readonly name: string; readonly label: string; readonly reason: string },
  ): Promise<Uint8Array>
}

/** Makes an organisation's seal ready; throws when it cannot, and is asked again at the next look. */
export const seals = port<{ ready(context: ProtocolContext, organisation: string): Promise<ReadySeal> }>(
  'documents.seals',
)
