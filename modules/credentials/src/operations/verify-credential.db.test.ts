import { writeDisclosure } from '@tereze/sd-jwt'
import { base64url, decodeJwt } from 'jose'
import { expect, it } from 'vitest'
import { verifyCredential } from '../contract/index.ts'
import { credentialsPlatform, issuer, stranger } from '../credentials-platform.fixture.ts'
import { hashText } from '../hash.ts'

const platform = await credentialsPlatform()
const { needed, sign, clock } = platform
const credential = await platform.fetchCredential(await platform.issue())
const check = (text: string) => needed(verifyCredential, { credential: text }, stranger)
const [jwt = '', ...rest] = credential.split('~')
const disclosures = rest.slice(0, -1)
const payload = decodeJwt(jwt) as Record<string, unknown> & { exp: number }
const joined = (first: string, ...shown: string[]) => [first, ...shown, ''].join('~')

it('tells what is disclosed of a genuine credential, in words, and whose it is', async () => {
  expect(await check(`  ${credential}\n`)).toMatchObject({
    fault: null,
    organisation: 'civil-registry',
    type: 'birth-certificate',
    title: { kk: 'Certificate' },
    revokedAt: null,
    claims: [
      { path: ['child', 'given_name'], label: { en: 'Given name' }, value: 'Айсұлу' },
      { path: ['child', 'family_name'], value: 'Алтынова' },
      { path: ['act_number'], value: 'A-1' },
    ],
  })
  expect(await check(joined(jwt))).toMatchObject({ fault: null, claims: [] })
  expect((await check(joined(jwt, ...disclosures.slice(0, 1)))).claims.length).toBe(1)
})

it('believes nothing that was changed, forged or put together', async () => {
  const [header = '', body = '', signature = ''] = jwt.split('.')
  const encode = (value: object) => base64url.encode(JSON.stringify(value))
  const lie = writeDisclosure({ salt: 'salt', name: 'act_number', value: 'A-99' })
  const twice = { ...payload, _sd: [hashText(lie), hashText(lie)] }
  const double = { ...payload, act_number: 'A-1', _sd: [hashText(lie)] }
  const decoy = { ...payload, inner: { _sd: (payload._sd as string[]).slice(0, 1) } }
  const cases: [string, string, string][] = [
    ['nothing', 'nothing', 'malformed'],
    ['a JWT alone', jwt, 'malformed'],
    ['a disclosure changed', joined(jwt, lie), 'disclosure-broken'],
    ['a disclosure sent twice', joined(jwt, ...disclosures, ...disclosures), 'disclosure-broken'],
    ['a digest twice', joined(await sign(twice), lie), 'disclosure-broken'],
    ['a decoy’s digest twice', joined(await sign(decoy)), 'disclosure-broken'],
    ['a claim in the clear and disclosed', joined(await sign(double), lie), 'disclosure-broken'],
    [
      'a claim changed',
      joined(`${header}.${encode({ ...payload, exp: payload.exp + 1 })}.${signature}`),
      'signature-broken',
    ],
    ['no signature', joined(`${encode({ alg: 'none', typ: 'dc+sd-jwt' })}.${body}.AA`), 'signature-broken'],
    ['signed as something else', joined(await sign(payload, 'tereze-document+jws')), 'signature-broken'],
    ['signed by another organisation', joined(await sign(payload, 'dc+sd-jwt', 'health')), 'signature-broken'],
    [
      'an issuer elsewhere',
      joined(await sign({ ...payload, iss: 'https://elsewhere.example/credentials/civil-registry' })),
      'issuer-unknown',
    ],
    ['an issuer below another', joined(await sign({ ...payload, iss: `${issuer}/types` })), 'issuer-unknown'],
    ['no issuer', joined(await sign({ ...payload, iss: undefined })), 'malformed'],
    [
      'a type of another',
      joined(await sign({ ...payload, vct: 'https://elsewhere.example/types/birth-certificate' })),
      'issuer-unknown',
    ],
    ['bound to no key', joined(await sign({ ...payload, cnf: {} })), 'malformed'],
    ['without a status', joined(await sign({ ...payload, status: undefined })), 'malformed'],
    [
      'the status list of another',
      joined(await sign({ ...payload, status: { status_list: { idx: 1, uri: 'https://elsewhere.example/1' } } })),
      'signature-broken',
    ],
    [
      'a place that was given to nobody',
      joined(await sign({ ...payload, status: { status_list: { idx: 131_071, uri: `${issuer}/status/1` } } })),
      'signature-broken',
    ],
  ]
  for (const [what, text, fault] of cases) {
    const checked = await check(text)
    expect(checked.fault, what).toBe(fault)
    expect(checked.claims, what).toEqual([])
  }
})

it('tells when it is over', async () => {
  clock.advance({ days: 366 })
  expect(await check(credential)).toMatchObject({ fault: 'expired' })
})
