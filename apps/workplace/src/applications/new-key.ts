import type { registerClient } from '@tereze/identity/contract'
import type { InputOf } from '@tereze/operation'

type PublicKey = InputOf<typeof registerClient>['keys'][number]

/** A key of an application that this browser made: what is registered, and the private half, which leaves it only with the reader. */
export interface NewKey {
  readonly publicKey: PublicKey
  /** JSON Web Key (RFC 7517). */
  readonly privateKey: string
}

/** Makes a key for ES256. Its name is its thumbprint (RFC 7638). */
export async function newKey(): Promise<NewKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  const digest = await crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y })),
  )
  const kid = btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
  const publicKey = { kty: 'EC', crv: 'P-256', x, y, kid } as const
  return { publicKey, privateKey: JSON.stringify({ ...publicKey, alg: 'ES256', use: 'sig', d }, null, 2) }
}

/** The public half of a pasted key, whatever else it says; null when it is no key for ES256. */
export function readPublicKey(text: string): PublicKey | null {
  try {
    const { kty, crv, x, y, kid } = JSON.parse(text) as Record<string, unknown>
    if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string') return null
    return { kty, crv, x, y, ...(typeof kid === 'string' ? { kid } : {}) }
  } catch {
    return null
  }
}
