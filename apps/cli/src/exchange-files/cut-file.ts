import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { largestPart, mostParts } from '@tereze/exchange/contract'
import { NotPossible, UsageWrong } from '../command.ts'

/** A file as its sender signs it: digest of the whole, and of each part. */
export interface CutFile {
  readonly size: number
  readonly partSize: number
  /** SHA-256 in hex. */
  readonly sha256: string
  /** SHA-256 of each part in base64url. */
  readonly parts: readonly string[]
  /** One part, from 1. */
  read(part: number): Promise<Uint8Array>
}

/**
 * Cuts a file in parts, of which never more than one is held.
 * @throws UsageWrong when it cannot be read, NotPossible when it has too many parts.
 */
export async function cutFile(path: string, partSize = largestPart): Promise<CutFile> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new UsageWrong(`${path}: ${error.code}`, 'Give the path of a file that can be read.')
  })
  try {
    const { size } = await handle.stat()
    if (size === 0) throw new UsageWrong(`${path} is empty`, 'Give a file that has something in it.')
    const count = Math.ceil(size / partSize)
    if (count > mostParts)
      throw new NotPossible(`${path} has ${count} parts, more than ${mostParts}`, 'Send it in several files.')
    const whole = createHash('sha256')
    const parts: string[] = []
    const bytes = Buffer.alloc(partSize)
    for (let at = 0; at < size; at += partSize) {
      const { bytesRead } = await handle.read(bytes, 0, Math.min(partSize, size - at), at)
      const part = bytes.subarray(0, bytesRead)
      whole.update(part)
      parts.push(createHash('sha256').update(part).digest('base64url'))
    }
    return { size, partSize, sha256: whole.digest('hex'), parts, read: part => readPart(path, part, partSize, size) }
  } finally {
    await handle.close()
  }
}

async function readPart(path: string, part: number, partSize: number, size: number): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const at = (part - 1) * partSize
    const bytes = Buffer.alloc(Math.min(partSize, size - at))
    await handle.read(bytes, 0, bytes.length, at)
    return bytes
  } finally {
    await handle.close()
  }
}
