/** Largest file that a screen sends, bytes: its digest is taken of the whole, which is held for it. */
export const largestHere = 256 * 1_048_576
const usualPart = 1_048_576
const mostParts = 4_000

/** A file as it is announced: its digest, and how it is cut. */
export interface CutFile {
  /** SHA-256 of the whole, lower-case hex. */
  readonly sha256: string
  readonly partSize: number
  /** SHA-256 of each part in base64url. */
  readonly parts: readonly string[]
}

/** Size of the parts of a file, bytes: 1 MiB, more where there would be too many. */
export function partSizeOf(size: number): number {
  return Math.max(usualPart, Math.ceil(size / mostParts))
}

const digest = async (bytes: ArrayBuffer) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
const hex = (bytes: Uint8Array) => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Takes the digests of a file and of its parts. */
export async function cutFile(file: Blob): Promise<CutFile> {
  const partSize = partSizeOf(file.size)
  const whole = await file.arrayBuffer()
  const parts: string[] = []
  for (let from = 0; from < file.size; from += partSize)
    parts.push(base64url(await digest(whole.slice(from, from + partSize))))
  return { sha256: hex(await digest(whole)), partSize, parts }
}
