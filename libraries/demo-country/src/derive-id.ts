import { createRandom } from './random.ts'

const hex = (word: number, length: number) => (word >>> 0).toString(16).padStart(8, '0').slice(-length)

/** Derives ids of the shape of UUIDv7 (RFC 9562, 5.7) from a seed: the time is `milliseconds`, the rest the hash of seed and name. */
export function deriveId(seed: string, prefix: string, name: string, milliseconds: number): string {
  const random = createRandom(`${seed}/${prefix}/${name}`)
  const time = Math.floor(milliseconds).toString(16).padStart(12, '0')
  const variant = hex((random.word() & 0x3fff) | 0x8000, 4)
  return `${prefix}_${time.slice(0, 8)}-${time.slice(8)}-7${hex(random.word(), 3)}-${variant}-${hex(random.word(), 8)}${hex(random.word(), 4)}`
}
