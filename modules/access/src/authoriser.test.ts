import type { Database } from '@tereze/foundation-database'
import { fixedClock, official, person } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { type AuthoriserOptions, createAuthoriser } from './authoriser.ts'
import type { AskedInVisit, Policy, VisitAnswer } from './contract/index.ts'
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

const sourcesOf = (policy: () => Policy): AuthoriserOptions => ({
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

const authoriser = (policy: () => Policy) => createAuthoriser(sourcesOf(policy))

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

test('in a visit an official does what the visit and a rule for visits let them do, on the ground of the visit', async () => {
  const rules = [
    { id: 'desk', permissions: ['reception.queue.work'], who: ['official'], why: 'policy.desk' },
    {
      id: 'visit',
      permissions: ['cases.case.open'],
      who: ['visit'],
      where: 'any-organisation' as const,
      when: 'input.person = actor.onBehalfOf',
      why: 'policy.visit',
    },
  ]
  const asked: AskedInVisit[] = []
  let standing: VisitAnswer = 'stands'
  const { decide } = createAuthoriser({
    ...sourcesOf(() => ({ version: '1', rules })),
    visits: {
      async judge(_, one) {
        asked.push(one)
        return standing
      },
    },
  })
  const operator = official({ organisation: 'shop', visit: 'visit_a', onBehalfOf: child })
  const open = (
    who = operator,
    input: object = { person: child, service: 'benefit' },
    permission = 'cases.case.open',
  ) => decide({ actor: who, operation: 'cases.open-case', permission, tenant: 'agency', input }, reader)
  expect(await open()).toEqual({ allowed: true, reason: 'visit', policyVersion: '1', ground: 'visit:visit_a' })
  expect(asked).toEqual([
    {
      visit: 'visit_a',
      official: operator.id,
      organisation: 'shop',
      visitor: child,
      permission: 'cases.case.open',
      services: ['benefit'],
    },
  ])
  expect(await open(operator, { person: mother, service: 'benefit' })).toMatchObject({
    allowed: false,
    reason: 'condition-not-met (visit)',
  })
  expect(await open(operator, {}, 'reception.queue.work')).toMatchObject({ allowed: false })
  expect(await open(official({ organisation: 'shop' }))).toMatchObject({ allowed: false, reason: 'not-your-role' })
  for (standing of ['visit-over', 'visit-unconfirmed', 'outside-agreement'] as const)
    expect(await open()).toEqual({ allowed: false, reason: standing, policyVersion: '1' })
  const nowhere = createAuthoriser(sourcesOf(() => ({ version: '1', rules })))
  const question = { actor: operator, operation: 'x', permission: 'cases.case.open', tenant: 'agency', input: {} }
  expect(await nowhere.decide(question, reader)).toMatchObject({ allowed: false, reason: 'visit-over' })
})

test('a published policy holds at once', async () => {
  let policy = first
  const { decide } = authoriser(() => policy)
  expect((await decide(question(null), reader)).allowed).toBe(true)
  policy = { version: '2', rules: [] }
  expect(await decide(question(null), reader)).toEqual({ allowed: false, reason: 'no-rule', policyVersion: '2' })
})
