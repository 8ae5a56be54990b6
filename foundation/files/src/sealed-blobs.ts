import { randomBytes } from 'node:crypto'
import { decrypt, encrypt, type MasterKey } from '@tereze/foundation-keys'
import { port } from '@tereze/operation'
import { type FileHash, type Files, isTooLarge } from './port.ts'

/** Pieces of files, encrypted at rest: each under a key of its own that the master key wraps. */
export interface SealedBlobs {
  /** Keeps a piece, some megabytes at most; gives the name under which it is found. The same bytes again get another name. */
  write(bytes: Uint8Array): Promise<FileHash>
  /** The piece; null when it is not kept any more. */
  find(blob: FileHash): Promise<Uint8Array | null>
  /** Erases a piece; false when there was none. */
  remove(blob: FileHash): Promise<boolean>
}

/** Where modules find it. */
export const sealedBlobStore = port<SealedBlobs>('foundation.sealed-blobs')

const place = 'files/sealed-blob/1'

/** Pieces in a store of files: two bytes of length, the wrapped key, nonce, ciphertext, tag (AES-256-GCM). */
export function sealedBlobs({ files, master }: { files: Files; master: MasterKey }): SealedBlobs {
  return {
    async write(bytes) {
      const key = randomBytes(32)
      const wrapped = await master.wrap(key, place)
      const length = Buffer.alloc(2)
      length.writeUInt16BE(wrapped.byteLength)
      const stored = await files.write(Buffer.concat([length, wrapped, encrypt(key, bytes, place)]))
      if (isTooLarge(stored)) throw new Error('a blob without a limit cannot be too large')
      return stored.hash
    },
    async find(blob) {
      const sealed = await files.find(blob)
      if (sealed === null) return null
      const end = 2 + Buffer.from(sealed.buffer, sealed.byteOffset, 2).readUInt16BE(0)
      return decrypt(await master.unwrap(sealed.subarray(2, end), place), sealed.subarray(end), place)
    },
    remove: blob => files.remove(blob),
  }
}
