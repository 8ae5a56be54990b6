import type { SealedBlobs } from '@tereze/foundation-files'
import { type ByteRange, piecesOf } from '../rules/byte-range.ts'

/** A part of a file is not where it was kept. */
export class PartLost extends Error {
  constructor(part: number) {
    super(`part ${part} of a file is lost`)
    this.name = 'PartLost'
  }
}

/** The bytes of a range of a file, part by part: never more than one part is held. */
export async function* readParts(
  blobs: SealedBlobs,
  file: { readonly partSize: number; readonly blobs: readonly string[] },
  range: ByteRange,
): AsyncGenerator<Uint8Array> {
  for (const { part, begin, end } of piecesOf(range, file.partSize)) {
    const bytes = await blobs.find(file.blobs[part - 1] ?? '')
    if (bytes === null) throw new PartLost(part)
    yield bytes.subarray(begin, end)
  }
}
