import { createHash } from 'node:crypto'
import { contentOf, fits, headLength, type SealedBlobs, type VirusCheck } from '@tereze/foundation-files'
import type { FileRow } from '../store/files.ts'
import { readParts } from './read-parts.ts'

/** What a check of a whole file gave: it may be used, with what the check for viruses said, or why it may not. */
export type Checked = { readonly virusCheck: string } | { readonly reason: 'altered' | 'type-differs' | 'virus' }

/**
 * Reads a file once, part by part: whether it is what its sender signed, is of the type that it is called, and has no virus.
 * @throws VirusCheckUnavailable when the scanner gives no verdict.
 */
export async function checkFile(
  blobs: SealedBlobs,
  scanner: VirusCheck,
  file: Pick<FileRow, 'size' | 'partSize' | 'sha256' | 'mediaType'>,
  places: readonly string[],
): Promise<Checked> {
  const digest = createHash('sha256')
  let head: Uint8Array = new Uint8Array()
  async function* passing() {
    const whole = { first: 0, last: file.size - 1 }
    for await (const bytes of readParts(blobs, { partSize: file.partSize, blobs: places }, whole)) {
      if (head.byteLength === 0) head = bytes.slice(0, headLength)
      digest.update(bytes)
      yield bytes
    }
  }
  const verdict = await scanner.check(passing())
  if (typeof verdict === 'object') return { reason: 'virus' }
  if (digest.digest('hex') !== file.sha256) return { reason: 'altered' }
  if (!fits(await contentOf(head), file.mediaType)) return { reason: 'type-differs' }
  return { virusCheck: verdict }
}
