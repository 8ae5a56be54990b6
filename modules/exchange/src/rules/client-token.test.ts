import { newSigningPair, signerOf } from '@tereze/foundation-keys'
import { describe, expect, it } from 'vitest'
import { clientTokenType, isTokenOf, kidOfToken } from './client-token.ts'

const pair = await newSigningPair()
const now = new Date('2026-03-02T04:00:00.000Z')
const seconds = now.getTime() / 1000
const audience = 'https://services.example'
const sign = async (more: object = {}, typ = clientTokenType) =>
  (await signerOf(pair.privateJwk)).sign(
    JSON.stringify({ iss: 'ward', aud: audience, exp: seconds + 60, ...more }),
    typ,
  )
const check = (token: string) => isTokenOf(token, { jwk: pair.publicJwk, member: 'ward', audience, now })

describe('isTokenOf', () => {
  it('believes a token for this member, place and time', async () => {
    expect(await check(await sign())).toBe(true)
    expect(kidOfToken(await sign())).toBe(pair.id)
  })

  it.each<[string, object, string?]>([
    ['of another member', { iss: 'other' }],
    ['for another place', { aud: 'https://other.example' }],
    ['that is over', { exp: seconds - 60 }],
    ['that holds too long', { exp: seconds + 3600 }],
    ['that never ends', { exp: undefined }],
    ['of another kind', {}, 'tereze-message+jws'],
  ])('does not believe one %s', async (_, more, typ) => {
    expect(await check(await sign(more, typ))).toBe(false)
  })

  it('does not believe nonsense', async () => {
    expect([await check('a.b.c'), await check(''), kidOfToken('nonsense')]).toEqual([false, false, ''])
  })
})
