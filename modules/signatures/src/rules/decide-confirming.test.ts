import { expect, test } from 'vitest'
import { decideConfirming, type Proposal } from './decide-confirming.ts'

const fingerprint = 'ab01'.repeat(16)
const proposal: Proposal = { fingerprint, proposedBy: 'a', confirmedAt: null, withdrawnAt: null }
const decide = (by: string, written = fingerprint, change: Partial<Proposal> = {}) =>
  decideConfirming({ ...proposal, ...change }, { by, fingerprint: written })

test('another person confirms, with the fingerprint as the authority publishes it', () => {
  expect(decide('b')).toBeNull()
  expect(decide('b', ` ${fingerprint.toUpperCase().match(/../g)?.join(':')}\n`)).toBeNull()
  expect(decide('a')).toBe('own')
  expect(decide('b', `${fingerprint.slice(0, -1)}2`)).toBe('fingerprint-other')
  expect(decide('b', fingerprint.slice(0, 8))).toBe('fingerprint-other')
})

test('what was decided before is decided no more, by whomever', () => {
  for (const by of ['a', 'b'])
    for (const change of [{ confirmedAt: '2026-03-02T04:00:00Z' }, { withdrawnAt: '2026-03-02T04:00:00Z' }])
      expect(decide(by, fingerprint, change)).toBe('not-proposed')
})
