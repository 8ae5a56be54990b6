import { signatures as library } from '@tereze/foundation-signatures'
import { expect, it } from 'vitest'
import { asem, signaturesPlatform } from '../../../../modules/signatures/src/signatures-platform.fixture.ts'
import { createCertificateHolders } from './certificate-holders.ts'

const platform = await signaturesPlatform()
const { signCms, signJws } = await library()
const firm = 'organisation_01960000-0000-7000-8000-0000000000f1'
const firmNumber = 'DF-1111-2222'
const holders = createCertificateHolders(
  {
    findByNumber: async number => (number === 'DM-2345-6789-A' ? asem : null),
    numbersOf: async account => (account === firm ? [{ kind: 'organisation-number', value: firmNumber }] : []),
  },
  async person => (person === asem ? ['person_01960000-0000-7000-8000-00000000c41d', firm] : []),
)
const utf8 = (text: string) => new TextEncoder().encode(text)
const challenge = utf8('Sign in at https://services.example. This is no document.\nproof\n')
const find = (signature: Uint8Array) => holders.find(platform.context(), { challenge, signature })
const named = (number: string | null) => [
  { type: '2.5.4.3', value: 'Test Signer' },
  ...(number === null ? [] : [{ type: '2.5.4.5', value: `PNODM-${number}` }]),
]

it('finds the holder of a certificate that holds, and knows what it is worth', async () => {
  const qualified = await platform.certify()
  expect(await find(await signCms(challenge, qualified.key))).toEqual({
    account: asem,
    qualified: true,
    principal: null,
  })
  const advanced = await platform.certify({ policies: [] })
  expect(await find(await signCms(challenge, advanced.key))).toEqual({
    account: asem,
    qualified: false,
    principal: null,
  })
  const jws = utf8(await signJws(challenge, qualified.key, platform.clock.now()))
  expect(await find(jws)).toEqual({ account: asem, qualified: true, principal: null })
})

it('takes nothing that was signed for another place or sign-in, nor by a certificate that does not hold', async () => {
  const { key } = await platform.certify()
  const elsewhere = utf8('Sign in at https://evil.example. This is no document.\nproof\n')
  const another = utf8('Sign in at https://services.example. This is no document.\nanother proof\n')
  for (const other of [elsewhere, another]) {
    expect(await find(await signCms(other, key))).toEqual({ fault: 'content-changed' })
    expect(await find(await signCms(other, key, { inside: true }))).toEqual({ fault: 'content-changed' })
    expect(await find(utf8(await signJws(other, key, platform.clock.now())))).toEqual({ fault: 'content-changed' })
  }
  const revoked = await platform.certify()
  platform.revoked.set(revoked.serial, platform.clock.now())
  expect(await find(await signCms(challenge, revoked.key))).toEqual({ fault: 'certificate-revoked' })
  const now = platform.clock.now().getTime()
  const expired = await platform.certify({ until: new Date(now - 1000) })
  expect(await find(await signCms(challenge, expired.key))).toEqual({ fault: 'certificate-expired' })
  const nameless = await platform.certify({ subject: named(null) })
  expect(await find(await signCms(challenge, nameless.key))).toEqual({ fault: 'certificate-unusable' })
  const unknown = await platform.certify({ subject: named('DM-9999-9999-Z') })
  expect(await find(await signCms(challenge, unknown.key))).toBe('nobody')
  expect(await find(utf8('no signature'))).toEqual({ fault: 'form-wrong' })
  const stranger = await (await signaturesPlatform()).certify()
  expect(await find(await signCms(challenge, stranger.key))).toEqual({ fault: 'chain-unknown' })
})

it('finds the firm that a certificate names, where its holder may act for it', async () => {
  const of = (number: string) => [...named('DM-2345-6789-A'), { type: '2.5.4.97', value: `NTRDM-${number}` }]
  const director = await platform.certify({ subject: of(firmNumber) })
  expect(await find(await signCms(challenge, director.key))).toMatchObject({ account: asem, principal: firm })
  const elsewhere = await platform.certify({ subject: of('DF-9999-9999') })
  expect(await find(await signCms(challenge, elsewhere.key))).toMatchObject({ account: asem, principal: null })
})
