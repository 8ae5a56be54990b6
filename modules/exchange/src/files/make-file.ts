import { createHash } from 'node:crypto'
import type { SealedBlobs, VirusCheck } from '@tereze/foundation-files'
import { largestPart } from '../contract/sent-file.ts'
import type { OutsideProblem } from '../ports/outside-line.ts'
import { messageIdOf } from '../rules/message-id-of.ts'
import type { MadeFile } from '../store/answer-files.ts'
import { checkFile } from './check-file.ts'

/** Parts of files that are made here, bytes. */
const partSize = largestPart

/** Cuts a stream of bytes in parts of one size; the last may be shorter. */
async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes) {
    held.push(piece)
    length += piece.byteLength
    while (length >= partSize) {
      const whole = Buffer.concat(held)
      yield whole.subarray(0, partSize)
      held = [whole.subarray(partSize)]
      length -= partSize
    }
  }
  if (length > 0) yield Buffer.concat(held)
}

/**
 * Makes a file of an answer: writes its bytes as sealed parts, never holding more than one of them, and checks it as one that came from
 * outside. What was written of a file that is not let through is erased.
 */
export async function makeFile(
  { blobs, scanner }: { blobs: SealedBlobs; scanner: VirusCheck },
  {
    message,
    index,
    name,
    mediaType,
    limit,
  }: Pick<MadeFile, 'name' | 'mediaType'> & {
    message: string
    /** Which file of the answer it is. */
    index: number
    /** Largest size, bytes. */
    limit: number
  },
  bytes: AsyncIterable<Uint8Array>,
): Promise<MadeFile | { readonly problem: OutsideProblem }> {
  const whole = createHash('sha256')
  const parts: string[] = []
  const kept: string[] = []
  const drop = async () => {
    for (const blob of kept) await blobs.remove(blob)
  }
  let size = 0
  try {
    for await (const part of inParts(bytes)) {
      size += part.byteLength
      if (size > limit) {
        await drop()
        return { problem: { reason: 'too-large', detail: name } }
      }
      whole.update(part)
      parts.push(createHash('sha256').update(part).digest('base64url'))
      kept.push(await blobs.write(part))
    }
    if (size === 0) return { problem: { reason: 'answer-wrong', detail: `${name} empty` } }
    const sha256 = whole.digest('hex')
    const checked = await checkFile(blobs, scanner, { size, partSize, sha256, mediaType }, kept)
    if ('reason' in checked) {
      await drop()
      return { problem: { reason: 'answer-wrong', detail: `${name} ${checked.reason}` } }
    }
    // The same file of the same answer has the same id: made anew after a cut, it is kept once.
    const file = messageIdOf(`${index}/${sha256}`, message)
    return { file, name, mediaType, size, sha256, partSize, parts, blobs: kept, virusCheck: checked.virusCheck }
  } catch (error) {
    await drop()
    throw error
  }
}
