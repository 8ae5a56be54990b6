import { Unzip, UnzipInflate } from 'fflate'

/** Why an archive is not read. */
export type ZipFault = 'damaged' | 'expands-too-far'

/** An archive that is not read. */
export class ZipUnreadable extends Error {
  readonly fault: ZipFault
  constructor(fault: ZipFault) {
    super(fault)
    this.name = 'ZipUnreadable'
    this.fault = fault
  }
}

/** Bytes given to the unpacker at a time: one such portion unfolds to 64 MB at the very most. */
const portion = 65_536

/**
 * The wanted files of a ZIP archive. What they unfold to is counted while unfolding: what the archive says of itself is not believed.
 * @throws ZipUnreadable when it unfolds too far or is broken.
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean, limit: number): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array[]>()
  const whole = new Set<string>()
  let unfolded = 0
  let failure: ZipUnreadable | null = null
  const archive = new Unzip(file => {
    if (!wanted(file.name)) return
    const chunks: Uint8Array[] = []
    parts.set(file.name, chunks)
    file.ondata = (error, chunk, isLast) => {
      if (error !== null) {
        failure ??= new ZipUnreadable('damaged')
        return
      }
      unfolded += chunk.length
      if (unfolded > limit) {
        failure ??= new ZipUnreadable('expands-too-far')
        return
      }
      chunks.push(chunk)
      if (isLast) whole.add(file.name)
    }
    file.start()
  })
  archive.register(UnzipInflate)
  for (let from = 0; from < bytes.length && failure === null; from += portion) {
    try {
      archive.push(bytes.subarray(from, from + portion), from + portion >= bytes.length)
    } catch {
      failure ??= new ZipUnreadable('damaged')
    }
  }
  if (failure !== null) throw failure
  if (whole.size < parts.size) throw new ZipUnreadable('damaged')
  return new Map([...parts].map(([name, chunks]) => [name, joined(chunks)]))
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
