import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { PlaceSeal } from '@tereze/portal'

type Place = NonNullable<ReturnType<PlaceSeal['open']>>

/** A longer place does not travel in an address: servers in between cut those. Characters of base64url. */
export const SEALED_LIMIT = 4000

/** A draft of 200 kB is refused as a form too. */
const OPENED_LIMIT = 262_144
const [NONCE, TAG] = [12, 16]

const keyOf = (secret: string): Uint8Array => new Uint8Array(hkdfSync('sha256', secret, '', 'portal form place', 32))

/**
 * A place in a form as text for an address: so each page of a form has its own address, and Back and Reload work.
 * AES-256-GCM under a key of the session (`secret`, its form token): nobody else reads or makes one, and logs and
 * histories keep nothing readable. Null when it would be longer than {@link SEALED_LIMIT}.
 */
function sealPlace(place: Place, secret: string): string | null {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce)
  const body = Buffer.concat([cipher.update(deflateRawSync(Buffer.from(JSON.stringify(place)))), cipher.final()])
  const text = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
  return text.length > SEALED_LIMIT ? null : text
}

/** The place in such a text; null when another session sealed it or it was changed. */
function openPlace(text: string | null, secret: string): Place | null {
  if (text === null || text.length > SEALED_LIMIT) return null
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length <= NONCE + TAG) return null
  try {
    const cipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, NONCE))
    cipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
    const packed = Buffer.concat([cipher.update(bytes.subarray(NONCE + TAG)), cipher.final()])
    const place = JSON.parse(inflateRawSync(packed, { maxOutputLength: OPENED_LIMIT }).toString('utf8')) as unknown
    return typeof place === 'object' && place !== null && !Array.isArray(place) ? (place as Place) : null
  } catch {
    return null
  }
}

/** Places in forms sealed for addresses under the session's form token. */
export const sealedPlaces: PlaceSeal = { seal: sealPlace, open: openPlace }
