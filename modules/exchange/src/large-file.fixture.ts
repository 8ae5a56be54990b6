/** Large files for tests: made part by part, never whole in memory. */
import { createHash, hkdfSync } from 'node:crypto'
import type { FileManifest } from './contract/index.ts'

/** A PDF of any size by its beginning; what follows depends on `seed` and the number of the part, from 1. */
export function largeFile(size: number, partSize: number, seed = 'scan') {
  const count = Math.ceil(size / partSize)
  const part = (number: number): Buffer => {
    const bytes = Buffer.alloc(number === count ? size - (count - 1) * partSize : partSize)
    const block = Buffer.from(hkdfSync('sha256', `${seed} ${number}`, '', 'large file', 4096))
    for (let at = 0; at < bytes.length; at += block.length) block.copy(bytes, at)
    if (number === 1) bytes.write('%PDF-1.7\n', 'latin1')
    return bytes
  }
  const whole = createHash('sha256')
  const parts: string[] = []
  for (let number = 1; number <= count; number++) {
    const bytes = part(number)
    whole.update(bytes)
    parts.push(createHash('sha256').update(bytes).digest('base64url'))
  }
  return { size, partSize, parts, sha256: whole.digest('hex'), part, count }
}

/** A large file. */
export type LargeFile = ReturnType<typeof largeFile>

/** What the ward in the north says of a file of its journal. */
export function manifestOf({ size, partSize, parts, sha256 }: LargeFile, number: number, time: string): FileManifest {
  return {
    file: `01960000-0000-7000-8000-0000000f${String(number).padStart(4, '0')}`,
    name: 'journal-2025.pdf',
    mediaType: 'application/pdf',
    size,
    sha256,
    partSize,
    parts,
    contract: 'civil-registry.journal-scans@1',
    consumer: 'maternity-ward-north',
    system: 'maternity-information-system',
    provider: 'civil-registry',
    purpose: 'birth-registration',
    time,
  }
}

/** The file as a message names it. */
export function sentOf({ file, name, mediaType, size, sha256 }: FileManifest) {
  return { file, name, mediaType, size, sha256 }
}
