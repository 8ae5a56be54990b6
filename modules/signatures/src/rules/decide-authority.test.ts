import type { KeyJudgement } from '@tereze/foundation-signatures'
import { expect, test } from 'vitest'
import { decideAuthority } from './decide-authority.ts'

const now = new Date('2026-03-02T04:00:00Z')
const [before, after] = [new Date('2020-01-01T00:00:00Z'), new Date('2030-01-01T00:00:00Z')]
const uses = { digitalSignature: false, contentCommitment: false, certificates: true, revocationLists: true }
const sound = { isAuthority: true, uses, from: before, until: after, unknownCritical: [] }
const judged: KeyJudgement = {
  key: { kind: 'rsa', bits: 4096 },
  isKeyWeak: false,
  isRoot: true,
  isDigestWeak: false,
  own: 'holds',
}

test('an authority in force with a strong key and a signature that holds can be trusted', () => {
  const fine = (change: Partial<KeyJudgement> = {}) =>
    decideAuthority(sound, { judged: { ...judged, ...change }, now, isKnown: false })
  expect(fine()).toEqual([])
  expect(fine({ isRoot: false, own: null })).toEqual([])
  expect(decideAuthority({ ...sound, uses: null }, { judged, now, isKnown: false })).toEqual([])
})

test('what stands against one is told in full', () => {
  const table: [Partial<typeof sound>, Partial<KeyJudgement>, boolean, string[]][] = [
    [{ isAuthority: false, uses: { ...uses, certificates: false } }, {}, false, ['not-an-authority']],
    [{ uses: { ...uses, certificates: false } }, {}, false, ['may-not-certify']],
    [{ from: after }, {}, false, ['not-yet']],
    [{ until: before }, {}, true, ['expired', 'known']],
    [{}, { isKeyWeak: true, key: { kind: 'rsa', bits: 1024 }, own: 'weak' }, false, ['key-weak']],
    [{}, { isDigestWeak: true, own: 'weak' }, false, ['digest-weak']],
    [{}, { key: null, own: 'unsupported' }, false, ['algorithm-unsupported']],
    [{}, { own: 'broken' }, false, ['signature-broken']],
    [{ unknownCritical: ['1.2.3'] } as never, {}, false, ['extension-unknown']],
  ]
  for (const [certificate, key, isKnown, faults] of table)
    expect(
      decideAuthority({ ...sound, ...certificate }, { judged: { ...judged, ...key }, now, isKnown }),
      faults.join(),
    ).toEqual(faults)
})
