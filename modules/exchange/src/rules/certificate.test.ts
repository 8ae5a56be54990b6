import { newSigningPair, signerOf } from '@tereze/foundation-keys'
import { describe, expect, it } from 'vitest'
import { certificateType, readCertificate } from './certificate.ts'

const anchor = await newSigningPair()
const key = await newSigningPair()
const now = new Date('2026-03-02T04:00:00.000Z')
const content = {
  member: 'health',
  keys: [{ kid: key.id, system: null, jwk: key.publicJwk }],
  issued: '2026-03-02T03:00:00.000Z',
  until: '2026-03-02T09:00:00.000Z',
}
const sign = async (more: object = {}, typ = certificateType, by = anchor) =>
  (await signerOf(by.privateJwk)).sign(JSON.stringify({ ...content, ...more }), typ)
const read = (jws: string) => readCertificate(jws, { anchor: anchor.publicJwk, member: 'health', now })

describe('readCertificate', () => {
  it('reads what the anchor signed', async () => {
    expect(await read(await sign())).toEqual(content)
  })

  it.each<[string, () => Promise<string>]>([
    ['by another key', async () => sign({}, certificateType, await newSigningPair())],
    ['of another kind', () => sign({}, 'tereze-message+jws')],
    ['about another member', () => sign({ member: 'education' })],
    ['that is over', () => sign({ until: '2026-03-02T04:00:00.000Z' })],
    ['of another shape', () => sign({ keys: 'all' })],
    ['with a key under another name', () => sign({ keys: [{ kid: 'other', system: null, jwk: key.publicJwk }] })],
    ['with a private key', () => sign({ keys: [{ kid: key.id, system: null, jwk: key.privateJwk }] })],
    ['that is nonsense', async () => 'a.b.c'],
  ])('refuses one %s', async (_, make) => {
    expect(await read(await make())).toBeNull()
  })
})
