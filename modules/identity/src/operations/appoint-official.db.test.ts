import { bind } from '@tereze/foundation-operations'
import { official, testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { appointOfficial, listOfficials, type Official } from '../contract/index.ts'
import { identity, rolesApart } from '../index.ts'

const platform = await testPlatform({
  modules: [identity],
  bindings: [
    bind(rolesApart, {
      findClash: roles =>
        roles.includes('auditor') && roles.includes('head')
          ? { roles: ['auditor', 'head'], why: 'policy.control-apart' }
          : null,
    }),
  ],
})
const head = official({ roles: ['head'] })
const appointed = (n: number, family: string, organisation = 'social-protection'): Official => ({
  official: `official_01960000-0000-7000-8000-00000000000${n}`,
  organisation,
  unit: null,
  territory: null,
  name: { family, given: 'Dana' },
  roles: ['case-worker'],
})

test('an appointed official is among those of the organisation, and it is announced', async () => {
  for (const each of [appointed(1, 'Omar'), appointed(2, 'Abai'), appointed(3, 'Health', 'health')]) {
    expect(await platform.run(appointOfficial, each, head)).toEqual({ official: each.official })
  }
  const listed = await platform.run(listOfficials, { organisation: 'social-protection' }, head)
  if (isRefused(listed)) throw new Error(listed.code)
  expect(listed.items).toEqual([appointed(2, 'Abai'), appointed(1, 'Omar')])
  await platform.settle()
  const events = await platform.listEvents('identity.official-appointed')
  expect(events.map(event => event.data)).toContainEqual({ official: appointed(1, 'Omar').official })
})

test('an id is for one post: the same organisation and another refuse it, also at once', async () => {
  expect(await platform.run(appointOfficial, appointed(1, 'Omar'), head)).toMatchObject({
    code: 'identity.official-exists',
  })
  expect(await platform.run(appointOfficial, appointed(1, 'Omar', 'health'), head)).toMatchObject({
    code: 'identity.official-exists',
  })
  const race = await Promise.all(
    ['social-protection', 'health', 'education', 'tax-agency'].map(organisation =>
      platform.run(appointOfficial, appointed(9, 'Race', organisation), head),
    ),
  )
  expect(race.filter(outcome => !isRefused(outcome))).toHaveLength(1)
})

test('nobody is given roles that are kept apart', async () => {
  const both = { ...appointed(5, 'Both'), roles: ['head', 'auditor'] }
  expect(await platform.run(appointOfficial, both, head)).toMatchObject({
    code: 'identity.official-roles-apart',
    pointer: '/roles',
    params: { one: 'auditor', other: 'head' },
  })
  const listed = await platform.run(
    listOfficials,
    { organisation: 'social-protection', officials: [both.official] },
    head,
  )
  expect(listed).toEqual({ items: [] })
})
