import { createHash } from 'node:crypto'
import type { Package } from '@tereze/catalogue/contract'

/** SHA-256 of a decision file of a package, in hexadecimal: the very rules, whatever else of the package changes; null when it has no such file. */
export function modelHash(pack: Package, file: string): string | null {
  const text = pack.text.get(file)
  return text === undefined ? null : createHash('sha256').update(text).digest('hex')
}
