import { webcrypto } from 'node:crypto'
import type * as X509 from '@peculiar/x509'

/** The algorithm of all our keys: ES256 (RFC 7518, 3.4), in X.509 ecdsa-with-SHA256 over P-256 (RFC 5758, RFC 5480). */
export const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

let loaded: Promise<typeof X509> | null = null

/** The library for X.509, loaded when it is first needed: most nodes and all screens never need it. */
export function x509(): Promise<typeof X509> {
  loaded ??= import('reflect-metadata').then(async () => {
    const library = await import('@peculiar/x509')
    library.cryptoProvider.set(webcrypto as Crypto)
    return library
  })
  return loaded
}
