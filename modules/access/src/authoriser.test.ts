import type { Database } from '@tereze/foundation-database'
import { fixedClock, person } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { createAuthoriser } from './authoriser.ts'
import type { Policy } from './contract/index.ts'

const mother = 'person_01960000-0000-7000-8000-000000000001'
const child = 'person_01960000-0000-7000-8000-000000000003'
const first: Policy = {
  version: '1',
  rules: [{ id: 'read', permissions: ['profile.profile.read'], who: ['person'], why: 'policy.read' }],
}
const reader = {} as Database

function authoriser(policy: () => Policy) {
  return createAuthoriser({
    clock: fixedClock(),
    policySource: { policy },
    representation: { mayActFor: async (actor, of) => actor === mother && of === child },
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

test('a published policy holds at once', async () => {
  let policy = first
  const { decide } = authoriser(() => policy)
  expect((await decide(question(null), reader)).allowed).toBe(true)
  policy = { version: '2', rules: [] }
  expect(await decide(question(null), reader)).toEqual({ allowed: false, reason: 'no-rule', policyVersion: '2' })
})
