import { createHash, randomBytes } from 'node:crypto'

/** SHA-256 of a text, base64url. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** SHA-256 of a text, bytes: under what something is kept that can be used as a key. */
export function hashOf(text: string): Uint8Array {
  return createHash('sha256').update(text).digest()
}

/** A fresh text that nobody can guess: 256 random bits, base64url. */
export function newSecretText(): string {
  return randomBytes(32).toString('base64url')
}

/** A salt of a disclosure: 128 random bits (RFC 9901, 9.3). */
export function newSalt(): string {
  return randomBytes(16).toString('base64url')
}
