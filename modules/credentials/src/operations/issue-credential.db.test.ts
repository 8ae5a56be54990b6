import { isRefused } from '@tereze/operation'
import { splitCompact } from '@tereze/sd-jwt'
import { base64url, decodeJwt, decodeProtectedHeader } from 'jose'
import { expect, it } from 'vitest'
import { createWallet } from '../../../../examples/wallet/wallet.mjs'
import { giveNonce, issueCredential, listOwnCredentials } from '../contract/index.ts'
import { credentialsPlatform, issuer, mother, origin, stranger } from '../credentials-platform.fixture.ts'

const platform = await credentialsPlatform()
const { run, request, wallet, clock } = platform
const first = await platform.issue()
const nonceNow = async () => (await platform.needed(giveNonce, { organisation: 'civil-registry' }, mother)).nonce

it('gives a result to each key: bound to it, every claim disclosed by choice, a place in a status list', async () => {
  const other = await createWallet({ now: () => clock.now() })
  const nonce = await nonceNow()
  const proofs = [await wallet.prove({ issuer, nonce }), await other.prove({ issuer, nonce })]
  const issued = await platform.needed(issueCredential, await request({ document: first, proofs }), mother)
  const parts = issued.credentials.map(text => splitCompact(text))
  const [payload, second] = parts.map(part => decodeJwt(part?.jwt ?? ''))
  expect(decodeProtectedHeader(parts[0]?.jwt ?? '')).toMatchObject({ alg: 'ES256', typ: 'dc+sd-jwt' })
  expect(payload).toMatchObject({
    iss: issuer,
    vct: `${issuer}/types/birth-certificate`,
    cnf: { jwk: wallet.key.jwk },
    status: { status_list: { uri: `${origin}/credentials/civil-registry/status/1` } },
    child: { _sd: [expect.any(String), expect.any(String)] },
  })
  expect(JSON.stringify(payload)).not.toContain('Айсұлу')
  // Three digests say nothing: one of `act_number`, and decoys.
  expect(payload?._sd).toHaveLength(4)
  expect(second?.cnf).toEqual({ jwk: other.key.jwk })
  expect(second?.status).not.toEqual(payload?.status)
  expect(wallet.claimsOf(issued.credentials[0] ?? '')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ path: ['child', 'given_name'], value: 'Айсұлу' }),
      expect.objectContaining({ path: ['act_number'], value: 'A-1' }),
    ]),
  )
  const { items } = await platform.needed(listOwnCredentials, { person: mother.id }, mother)
  expect(items.map(item => item.key).sort()).toEqual([wallet.key.thumbprint, other.key.thumbprint].sort())
  await platform.settle()
  expect((await platform.listEvents('credentials.credential-issued')).length).toBe(2)
})

it('takes the newest result when none is named, and none that the wallet was not let to', async () => {
  const second = await platform.issue({ given: 'Айгерім' })
  const newest = await platform.needed(issueCredential, await request(), mother)
  expect(wallet.claimsOf(newest.credentials[0] ?? '')).toContainEqual(
    expect.objectContaining({ path: ['child', 'given_name'], value: 'Айгерім' }),
  )
  const code = async (change: Parameters<typeof request>[0], actor = mother) => {
    const value = await run(issueCredential, await request(change), actor)
    return isRefused(value) ? value.code : 'given'
  }
  expect(await code({ document: second, within: [first] })).toBe('credentials.document-unfit')
  expect(await code({ document: null, within: [] })).toBe('credentials.document-unfit')
  expect(await code({ document: second, person: stranger.id }, stranger)).toBe('credentials.document-unfit')
  expect(await code({ document: await platform.issue({ template: 'plain' }), within: [] })).toBe(
    'credentials.document-unfit',
  )
  expect(await code({ type: 'diploma' })).toBe('credentials.type-unknown')
  await platform.issue({ replaces: second, given: 'Аяулым' })
  expect(await code({ document: second, within: [second] })).toBe('credentials.document-unfit')
})

it('believes no proof but a fresh one for this issuer by the key that it names', async () => {
  const other = await createWallet({ now: () => clock.now() })
  const nonce = await nonceNow()
  const good = await wallet.prove({ issuer, nonce })
  const [header = '', body = '', signature = ''] = good.split('.')
  const unsigned = (alg: string) =>
    `${base64url.encode(JSON.stringify({ ...decodeProtectedHeader(good), alg }))}.${body}.${alg === 'none' ? 'AA' : signature}`
  const seconds = Math.floor(clock.now().getTime() / 1000)
  const wrong: Record<string, string> = {
    'another issuer': await wallet.prove({ issuer: `${origin}/credentials/health`, nonce }),
    'another key in the header': await wallet.prove({ issuer, nonce, header: { jwk: other.key.jwk } }),
    'another kind of token': await wallet.prove({ issuer, nonce, header: { typ: 'JWT' } }),
    'no signature': unsigned('none'),
    'an algorithm that shares its key': unsigned('HS256'),
    'too old': await wallet.prove({ issuer, nonce, at: seconds - 400 }),
    'from the future': await wallet.prove({ issuer, nonce, at: seconds + 400 }),
    'another application': await wallet.prove({ issuer, nonce, client: 'bank' }),
    'changed after signing': `${header}.${base64url.encode(JSON.stringify({ ...decodeJwt(good), nonce: 'x' }))}.${signature}`,
    nothing: 'nothing',
  }
  for (const [what, proof] of Object.entries(wrong)) {
    const value = await run(issueCredential, await request({ proofs: [proof] }), mother)
    expect(isRefused(value) && value.code, what).toBe('credentials.proof-invalid')
  }
  const twice = await request({ proofs: [good, await wallet.prove({ issuer, nonce })] })
  expect(await run(issueCredential, twice, mother)).toMatchObject({
    code: 'credentials.proof-invalid',
    pointer: '/proofs/1',
  })
  // None of them used the nonce up.
  expect(isRefused(await run(issueCredential, await request({ proofs: [good] }), mother))).toBe(false)
})

it('takes a nonce once, within five minutes, and only one of its own', async () => {
  const code = async (proofs: string[]) => {
    const value = await run(issueCredential, await request({ proofs }), mother)
    return isRefused(value) ? value.code : 'given'
  }
  const nonce = await nonceNow()
  const proof = await wallet.prove({ issuer, nonce })
  expect(await code([proof])).toBe('given')
  expect(await code([proof])).toBe('credentials.nonce-invalid')
  expect(await code([await wallet.prove({ issuer, nonce })])).toBe('credentials.nonce-invalid')
  const { nonce: elsewhere } = await platform.needed(giveNonce, { organisation: 'health' }, mother)
  expect(await code([await wallet.prove({ issuer, nonce: elsewhere })])).toBe('credentials.nonce-invalid')
  const made = `${Math.floor(clock.now().getTime() / 1000) + 300}.random.mark`
  expect(await code([await wallet.prove({ issuer, nonce: made })])).toBe('credentials.nonce-invalid')
  const late = await nonceNow()
  clock.advance({ seconds: 301 })
  expect(await code([await wallet.prove({ issuer, nonce: late })])).toBe('credentials.nonce-invalid')
})

it('gives one of two that use the same nonce at once', async () => {
  const asked = await request()
  const both = await Promise.all([run(issueCredential, asked, mother), run(issueCredential, asked, mother)])
  expect(both.filter(value => isRefused(value)).length).toBe(1)
})
