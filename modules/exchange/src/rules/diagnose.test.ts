import { describe, expect, it } from 'vitest'
import { diagnose, type Evidence } from './diagnose.ts'

const now = new Date('2026-03-02T04:00:00.000Z')
const asked = { consumer: 'ward', contract: 'registry.birth@1', purpose: 'birth-registration' }
const healthy: Evidence = {
  member: { systems: ['mis'] },
  system: 'mis',
  service: {
    provider: 'registry',
    grants: [{ id: 'g', consumer: 'ward', purpose: 'birth-registration', ground: 'act:a/1', until: '2026-12-31' }],
  },
  versions: ['1'],
  revoked: [],
  peer: null,
  certifiedUntil: null,
  keys: { count: 1, end: null },
  pausedUntil: null,
  ownSystem: null,
  queue: { waiting: 0, dead: 0, code: null },
  last: { outcome: 'done', time: '2026-03-02T03:00:00.000Z' },
}
const look = (more: Partial<Evidence> = {}) => diagnose({ ...healthy, ...more }, asked, '2026-03-02', now)
const peer = { id: 'north', origin: 'https://north.example' }

describe('diagnose', () => {
  it('finds nothing where all is well, and names every step in order', () => {
    expect(look().map(({ id, state }) => `${id} ${state}`)).toEqual([
      'member ok',
      'service ok',
      'place ok',
      'key ok',
      'certificate ok',
      'access ok',
      'open ok',
      'queue ok',
      'last ok',
    ])
  })

  it.each<[string, Partial<Evidence>, string, string, string]>([
    ['a stranger', { member: null }, 'member', 'wrong', 'member-unknown'],
    ['a system that is none', { system: 'abacus' }, 'member', 'wrong', 'system-unknown'],
    ['a service that is none', { service: null, versions: [] }, 'service', 'wrong', 'service-unknown'],
    ['a version that is none', { service: null, versions: ['2', '3'] }, 'service', 'wrong', 'version-unknown'],
    ['what follows from it', { service: null }, 'access', 'skipped', 'service-unknown'],
    ['no key', { keys: { count: 0, end: null } }, 'key', 'wrong', 'no-key'],
    ['a key that ends soon', { keys: { count: 1, end: '2026-03-20T00:00:00.000Z' } }, 'key', 'note', 'key-ends'],
    ['no access', { service: { provider: 'registry', grants: [] } }, 'access', 'wrong', 'access-nobody'],
    ['an access taken back', { revoked: ['g'] }, 'access', 'wrong', 'access-revoked'],
    ['maintenance', { pausedUntil: '2026-03-02T05:00:00.000Z' }, 'open', 'wrong', 'paused'],
    [
      'an own system that answers',
      { ownSystem: { waiting: 0, last: { ended: 'x', reason: null, detail: null } } },
      'system',
      'ok',
      'own-system-answers',
    ],
    [
      'an own system that fails',
      { ownSystem: { waiting: 2, last: { ended: null, reason: 'status', detail: '503' } } },
      'system',
      'wrong',
      'own-system-fails',
    ],
    [
      'an own system that is slow',
      { ownSystem: { waiting: 1, last: { ended: null, reason: null, detail: null } } },
      'system',
      'note',
      'own-system-late',
    ],
    [
      'an own system that was never asked',
      { ownSystem: { waiting: 0, last: null } },
      'system',
      'note',
      'own-system-unasked',
    ],
    ['dead messages', { queue: { waiting: 1, dead: 2, code: 'x.y' } }, 'queue', 'note', 'queue-dead'],
    ['waiting messages', { queue: { waiting: 1, dead: 0, code: null } }, 'queue', 'note', 'queue-waiting'],
    ['a failure', { last: { outcome: 'exchange.body-invalid', time: 'x' } }, 'last', 'note', 'last-failed'],
    ['no message yet', { last: null }, 'last', 'note', 'last-none'],
    ['another installation', { peer }, 'place', 'ok', 'runs-elsewhere'],
    ['no certificate', { peer }, 'certificate', 'note', 'certificate-never'],
    [
      'an old certificate',
      { peer, certifiedUntil: '2026-03-01T00:00:00.000Z' },
      'certificate',
      'note',
      'certificate-over',
    ],
    [
      'a good certificate',
      { peer, certifiedUntil: '2026-03-03T00:00:00.000Z' },
      'certificate',
      'ok',
      'certificate-good',
    ],
    ['access that another installation decides', { peer }, 'access', 'note', 'access-elsewhere'],
  ])('finds %s', (_, more, id, state, finding) => {
    expect(look(more).find(step => step.id === id)).toMatchObject({ state, finding })
  })
})
