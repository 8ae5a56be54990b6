/** SHA-256 of a blob's bytes in lower-case hex. */
export type FileHash = string

/** A blob that was written. */
export interface StoredFile {
  readonly hash: FileHash
  /** Bytes. */
  readonly size: number
}

/** The bytes were more than the caller allowed; nothing was kept. */
export interface FileTooLarge {
  readonly tooLarge: true
  /** Bytes allowed. */
  readonly limit: number
}

/** Content-addressed blobs. A broken disk throws; a missing blob is null. */
export interface Files {
  /** Keeps bytes; returns only after they would survive a power cut. Writing the same bytes again changes nothing. */
  write(
    bytes: Uint8Array | AsyncIterable<Uint8Array>,
    options?: { readonly limit?: number },
  ): Promise<StoredFile | FileTooLarge>
  /**
   * The whole blob, verified; null when there is none.
   * @throws FileDamaged when the bytes are not those that were written.
   */
  find(hash: FileHash): Promise<Uint8Array | null>
  /**
   * The blob as a stream, null when there is none. The last chunk is held back until the hash is right.
   * The stream throws FileDamaged when it is not.
   */
  open(hash: FileHash): Promise<AsyncIterable<Uint8Array> | null>
  has(hash: FileHash): Promise<boolean>
  /** Erases a blob, e.g. at the end of its retention; false when there was none. */
  remove(hash: FileHash): Promise<boolean>
}

/** The bytes under a hash are not those that were written. */
export class FileDamaged extends Error {
  readonly hash: FileHash
  constructor(hash: FileHash) {
    super(`file ${hash} is damaged`)
    this.name = 'FileDamaged'
    this.hash = hash
  }
}

/** Whether a write was refused for size. */
export function isTooLarge(result: StoredFile | FileTooLarge): result is FileTooLarge {
  return 'tooLarge' in result
}

const hashPattern = /^[0-9a-f]{64}$/

/** Whether a text has the form of a hash. Anything else must never become a path. */
export function isFileHash(text: string): text is FileHash {
  return hashPattern.test(text)
}
