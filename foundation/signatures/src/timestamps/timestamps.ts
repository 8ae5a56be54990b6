/** Whoever says by signature that bytes existed at a moment: a time-stamping authority (RFC 3161). */
export interface Timestamps {
  /**
   * Stamps the SHA-256 of bytes.
   * @returns the token, DER.
   * @throws TimestampFailed when there is no answer, or it is not about these bytes.
   */
  stamp(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>>
}

/** No time-stamp came, with the reason. */
export class TimestampFailed extends Error {}
