import { describe, expect, it } from 'vitest'
import { newSigningPair, signerOf, verifySignature } from './index.ts'

describe('signature', () => {
  it('verifies only the payload, the key and the type that were signed', async () => {
    const pair = await newSigningPair()
    const other = await newSigningPair()
    const jws = await (await signerOf(pair.privateJwk)).sign('{"outcome":"granted"}', 'document+jws')
    expect(await verifySignature(jws, pair.publicJwk, 'document+jws')).toBe('{"outcome":"granted"}')
    expect(await verifySignature(jws, other.publicJwk, 'document+jws')).toBeNull()
    expect(await verifySignature(jws, pair.publicJwk, 'exchange+jws')).toBeNull()
    const [header, , signature] = jws.split('.')
    const forged = Buffer.from('{"outcome":"refused"}').toString('base64url')
    expect(await verifySignature(`${header}.${forged}.${signature}`, pair.publicJwk, 'document+jws')).toBeNull()
    expect(await verifySignature('nonsense', pair.publicJwk, 'document+jws')).toBeNull()
  })

  it('names a key by its thumbprint and never shows the private part', async () => {
    const pair = await newSigningPair()
    expect(pair.publicJwk).toMatchObject({ kid: pair.id, alg: 'ES256', crv: 'P-256' })
    expect(pair.publicJwk).not.toHaveProperty('d')
  })
})
