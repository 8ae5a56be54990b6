import { expect, it } from 'vitest'
import { accessState } from './access-state.ts'

const revoked = { by: 'official_1', at: '2026-01-01T00:00:00Z', reason: 'a test' }

it.each([
  ['valid', { from: null, until: '2026-12-31', revoked: null }],
  ['valid', { from: '2026-03-02', until: '2026-04-02', revoked: null }],
  ['ending', { from: null, until: '2026-04-01', revoked: null }],
  ['ending', { from: null, until: '2026-03-02', revoked: null }],
  ['ended', { from: null, until: '2026-03-01', revoked: null }],
  ['later', { from: '2026-03-03', until: '2026-12-31', revoked: null }],
  ['revoked', { from: null, until: '2026-12-31', revoked }],
] as const)('is %s', (state, access) => {
  expect(accessState(access, '2026-03-02')).toBe(state)
})
