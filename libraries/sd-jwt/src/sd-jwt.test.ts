import { createHash, createPublicKey, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  conceal,
  digestOf,
  joinCompact,
  type RevealFault,
  readDisclosure,
  reveal,
  splitCompact,
  writeDisclosure,
} from './index.ts'
import { issuerKey, presentation } from './specification.fixture.ts'

const hash = (text: string) => createHash('sha256').update(text, 'ascii').digest('base64url')
const payloadOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())

function holds(jwt: string, key: { kty: string; crv: string; x: string; y: string }): boolean {
  const [header, payload, signature = ''] = jwt.split('.')
  const publicKey = createPublicKey({ key, format: 'jwk' })
  return verify(
    'sha256',
    Buffer.from(`${header}.${payload}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
}

describe('the example of RFC 9901, section 5', () => {
  const parts = splitCompact(presentation)
  if (parts === null) throw new Error('the example is an SD-JWT+KB')

  it('is signed by its issuer and reveals what was disclosed, nothing else', () => {
    expect(holds(parts.jwt, issuerKey)).toBe(true)
    const revealed = reveal(payloadOf(parts.jwt), parts.disclosures, hash)
    expect(revealed).toMatchObject({
      claims: {
        sub: 'user_42',
        given_name: 'John',
        family_name: 'Doe',
        address: { street_address: '123 Main St', locality: 'Anytown', region: 'Anystate', country: 'US' },
        nationalities: ['US'],
      },
    })
    expect(Object.keys('claims' in revealed ? revealed.claims : {})).not.toContain('_sd')
    expect(Object.keys('claims' in revealed ? revealed.claims : {})).not.toContain('email')
  })

  it('is bound to the holder’s key by a hash over all that stands before the proof', () => {
    const { cnf } = payloadOf(parts.jwt)
    expect(holds(parts.keyBinding ?? '', cnf.jwk)).toBe(true)
    expect(payloadOf(parts.keyBinding ?? '').sd_hash).toBe(hash(joinCompact({ ...parts, keyBinding: null })))
    expect(joinCompact(parts)).toBe(presentation)
  })

  it('has the digests of section 4.2', () => {
    const digests: Record<string, string> = {
      WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd: 'jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4',
      WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0:
        'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0',
      WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0: 'w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs',
    }
    for (const [disclosure, digest] of Object.entries(digests)) expect(digestOf(disclosure, hash)).toBe(digest)
    expect(readDisclosure(Object.keys(digests)[1] ?? '')).toMatchObject({ name: 'family_name', value: 'Möbius' })
  })
})

describe('what is refused', () => {
  const say = (name: string | null, value: unknown) => writeDisclosure({ salt: 'salt', name, value })
  const named = say('name', 'A')
  const digest = digestOf(named, hash)
  const nested = say('nested', { _sd: [digest] })
  const cases: [RevealFault, Record<string, unknown>, string[]][] = [
    ['hash-unknown', { _sd: [digest], _sd_alg: 'md5' }, [named]],
    ['disclosure-malformed', { _sd: [] }, ['!']],
    ['disclosure-malformed', { _sd: [digestOf(say(null, 1), hash)] }, [say(null, 1)]],
    ['disclosure-malformed', { list: [{ '...': digest }] }, [named]],
    ['name-reserved', { _sd: [digestOf(say('_sd', []), hash)] }, [say('_sd', [])]],
    ['name-reserved', { _sd: [digestOf(say('...', ''), hash)] }, [say('...', '')]],
    ['name-twice', { name: 'B', _sd: [digest] }, [named]],
    ['digest-twice', { _sd: [digest, digest] }, [named]],
    ['digest-twice', { _sd: ['decoy'], inner: { _sd: ['decoy'] } }, []],
    ['digest-twice', { _sd: [digest, digestOf(nested, hash)] }, [named, nested]],
    ['disclosure-unused', { _sd: [digest] }, [named, named]],
    ['disclosure-unused', { _sd: [digest] }, [named, say('other', 1)]],
    ['disclosure-unused', { _sd: [digest] }, [say('name', 'tampered')]],
    ['digest-malformed', { _sd: digest }, [named]],
    ['digest-malformed', { _sd: [1] }, []],
    ['digest-malformed', { list: [{ '...': digest, more: 1 }] }, []],
    ['digest-malformed', { '...': digest }, []],
  ]
  it.each(cases)('%s in %j', (fault, payload, disclosures) => {
    expect(reveal(payload, disclosures, hash)).toEqual({ fault })
  })

  it('is no compact form', () => {
    for (const text of ['', 'a.b.c', 'a.b~', 'a.b.c~~', 'a.b.c~d~e', '~a.b.c~']) expect(splitCompact(text)).toBeNull()
  })
})

describe('what was concealed', () => {
  let count = 0
  const concealing = { newSalt: () => `salt-${count++}`, hash }

  it('comes back whole when all of it is disclosed, and says nothing when nothing is', () => {
    const names = fc
      .string({ minLength: 1, maxLength: 5 })
      .filter(name => !['_sd', '...', '_sd_alg', '__proto__'].includes(name))
    const claims = fc.dictionary(names, fc.oneof(fc.string(), fc.integer(), fc.dictionary(names, fc.string())), {
      noNullPrototype: true,
    })
    fc.assert(
      fc.property(claims, value => {
        const paths = Object.entries(value).flatMap(([name, inner]) => [
          [name],
          ...(typeof inner === 'object' ? Object.keys(inner).map(key => [name, key]) : []),
        ])
        const { payload, disclosures } = conceal(value, paths, { ...concealing, decoys: 2 })
        expect(reveal(payload, disclosures, hash)).toEqual({ claims: value })
        expect(reveal(payload, [], hash)).toEqual({ claims: {} })
        expect((payload._sd as string[]).length).toBe(Object.keys(value).length + 2)
      }),
      { numRuns: 50 },
    )
  })

  it('stays where it is unless a path leads to it, and has no reserved name', () => {
    const { payload, disclosures } = conceal(
      { iss: 'a', child: { name: 'B', born: 'C' } },
      [['child', 'name'], ['none']],
      concealing,
    )
    expect(payload).toMatchObject({ iss: 'a', child: { born: 'C' } })
    expect(disclosures.map(text => readDisclosure(text)?.name)).toEqual(['name'])
    expect(() => conceal({ _sd: 1 }, [], concealing)).toThrow('no name of a claim')
  })
})
