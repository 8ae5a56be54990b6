import type { JobContext, ProtocolContext } from '@tereze/foundation-operations'
import { port, type Text } from '@tereze/operation'

/** What is signed, as people know it: noted with the seal, so that its revocation can be weighed. Nothing in it says whose it is. */
export interface NamedThing {
  readonly subject: string
  readonly number: string
  readonly title: Text
}

/** An organisation's seal that is ready to sign files. */
export interface ReadySeal {
  /** Number of its certificate, hexadecimal. */
  readonly serial: string
  /** Until when the certificate is valid. */
  readonly until: string
  /** Adds the organisation's signature to a PDF and changes no byte of it. */
  sign(
    pdf: Uint8Array,
    of: { readonly name: string; readonly label: string; readonly reason: string; readonly thing: NamedThing },
  ): Promise<Uint8Array>
  /** The organisation's signature of a file, to stand beside it: CMS, DER. */
  signBeside(content: Uint8Array, thing: NamedThing): Promise<Uint8Array>
}

/** Whoever seals files and keeps their proof from ageing. */
export interface Seals {
  /** Makes an organisation's seal ready; throws when it cannot, and is asked again at the next look. */
  ready(context: ProtocolContext, organisation: string): Promise<ReadySeal>
  /** Until when the newest time-stamp of a file is good; null for one without. */
  stampedUntil(pdf: Uint8Array): Promise<Date | null>
  /**
   * Stamps a file again, changing no byte of it; null for one that has no time-stamp or cannot be stamped. Throws when no clock answers,
   * and is asked again.
   */
  renew(context: JobContext, pdf: Uint8Array): Promise<{ readonly pdf: Uint8Array; readonly until: Date } | null>
}

/** Seals of files. */
export const seals = port<Seals>('documents.seals')
