import type { Database } from '@tereze/foundation-database'
import { fixedClock, person } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { createAuthoriser } from './authoriser.ts'
import type { Policy } from './contract/index.ts'
import type { PowerScheme } from './powers/power-scheme.ts'

const mother = 'person_01960000-0000-7000-8000-000000000001'
const child = 'person_01960000-0000-7000-8000-000000000003'
const first: Policy = {
  version: '1',
  rules: [{ id: 'read', permissions: ['profile.profile.read'], who: ['person'], why: 'policy.read' }],
}
const reader = { client: { query: async () => ({ rows: [] }) } } as unknown as Database
const scheme: PowerScheme = {
  years: 3,
  codes: [
    {
      code: 'see',
      title: { en: 'See', ru: 'Видеть', kk: 'Көру' },
      permissions: ['profile.profile.read', 'profile.profile.erase'],
    },
  ],
  ties: [{ tie: 'parent', codes: ['see'], gives: false }],
  free: [],
}

function authoriser(policy: () => Policy) {
  return createAuthoriser({
    clock: fixedClock(),
    policySource: { policy },
    powerScheme: { scheme: () => scheme },
    representation: {
      today: () => '2026-03-02',
      tiesOf: async (actor, principal) =>
        actor === mother && principal === child
          ? [{ kind: 'parent', actor, principal, since: '2020-01-01', register: 'families' }]
          : [],
      tiesTo: async () => [],
      titleOf: async () => null,
      findPerson: async () => null,
      serviceOfCase: async () => null,
    },
  })
}

const question = (onBehalfOf: string | null, permission = 'profile.profile.read') => ({
  actor: person({ id: mother, onBehalfOf }),
  operation: 'profile.get-profile',
  permission,
  tenant: 'platform',
  input: {},
})

test('whoever acts for another must be allowed to', async () => {
  const { decide } = authoriser(() => first)
  expect(await decide(question(null), reader)).toEqual({ allowed: true, reason: 'read', policyVersion: '1' })
  expect((await decide(question(child), reader)).allowed).toBe(true)
  expect((await decide(question(mother), reader)).allowed).toBe(true)
  expect(await decide(question('person_01960000-0000-7000-8000-000000000009'), reader)).toEqual({
    allowed: false,
    reason: 'representation-missing',
    policyVersion: '1',
  })
})

test('acting for another allows nothing that no rule allows', async () => {
  expect(await authoriser(() => first).decide(question(child, 'profile.profile.erase'), reader)).toMatchObject({
    allowed: false,
    reason: 'no-rule',
  })
})

test('a tie allows what its codes name, and nothing beyond', async () => {
  const policy = {
    version: '1',
    rules: [
      { id: 'all', permissions: ['profile.profile.read', 'cases.case.open'], who: ['person'], why: 'policy.all' },
    ],
  }
  const { decide } = authoriser(() => policy)
  expect(await decide(question(child), reader)).toMatchObject({ allowed: true, by: 'tie:parent' })
  expect(await decide(question(child, 'cases.case.open'), reader)).toMatchObject({
    allowed: false,
    reason: 'power-out-of-scope',
  })
})

test('what everybody may needs no power', async () => {
  const rules = [{ id: 'public', permissions: ['platform.page.view'], who: ['anyone'], why: 'policy.public' }]
  const { decide } = authoriser(() => ({ version: '1', rules }))
  const stranger = 'person_01960000-0000-7000-8000-000000000009'
  expect(await decide(question(stranger, 'platform.page.view'), reader)).toMatchObject({ allowed: true })
})

test('a published policy holds at once', async () => {
  let policy = first
  const { decide } = authoriser(() => policy)
  expect((await decide(question(null), reader)).allowed).toBe(true)
  policy = { version: '2', rules: [] }
  expect(await decide(question(null), reader)).toEqual({ allowed: false, reason: 'no-rule', policyVersion: '2' })
})
