import { expect, it } from 'vitest'
import { newKey, readPublicKey } from './new-key.ts'

it('makes a key whose public half says nothing of the private one', async () => {
  const made = await newKey()
  const kept = JSON.parse(made.privateKey)
  expect(kept).toMatchObject({ ...made.publicKey, alg: 'ES256', d: expect.stringMatching(/^[\w-]{43}$/) })
  expect(made.publicKey.kid).toMatch(/^[\w-]{43}$/)
  expect(JSON.stringify(made.publicKey)).not.toContain(kept.d)
  const signing = await crypto.subtle.importKey('jwk', kept, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
  expect(signing.type).toBe('private')
  expect(readPublicKey(made.privateKey)).toEqual(made.publicKey)
})

it.each(['', '{', 'null', '{"kty":"RSA"}', '{"kty":"EC","crv":"P-384","x":"a","y":"b"}'])('%s is no key', text => {
  expect(readPublicKey(text)).toBeNull()
})
