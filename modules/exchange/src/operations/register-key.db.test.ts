import { newSigningPair } from '@tereze/foundation-keys'
import { describe, expect, it } from 'vitest'
import { exchangePlatform, ward } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const pair = await newSigningPair()
const jwk = pair.publicJwk as Record<string, unknown>

describe('register-key', () => {
  it('gives the thumbprint of the key, again and again the same', async () => {
    expect(await platform.register(ward, 'laboratory', jwk)).toEqual({ kid: pair.id })
    expect(await platform.register(ward, 'laboratory', jwk)).toEqual({ kid: pair.id })
  })

  it.each<[string, Record<string, unknown>]>([
    ['a private key', pair.privateJwk as Record<string, unknown>],
    ['a key of another kind', { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' }],
    ['a key of another curve', { ...jwk, crv: 'P-384' }],
    ['a point that is not on the curve', { ...jwk, x: 'AAAA' }],
    ['nothing', {}],
  ])('refuses %s', async (_, wrong) => {
    expect(await platform.register(ward, 'laboratory', wrong)).toMatchObject({
      code: 'exchange.message-malformed',
      pointer: '/jwk',
    })
  })

  it('refuses a key of one system for another', async () => {
    expect(await platform.register(ward, 'archive', jwk)).toMatchObject({ code: 'exchange.key-registered' })
  })
})
