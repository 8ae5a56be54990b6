import { expect, it } from 'vitest'
import { rolesPlatform } from '../roles.fixture.ts'

const { platform, clock, appoint, grant, rolesOf } = await rolesPlatform()
const dana = await appoint('Талғатова', ['case-worker'])

it('gives a role that counts at once and until its term, never to oneself', async () => {
  const until = new Date(clock.now().getTime() + 60_000).toISOString()
  expect(await grant({ official: dana.id, until })).toEqual({ official: dana.id, role: 'reviewer' })
  expect(await rolesOf(dana.id)).toEqual(['case-worker', 'reviewer'])
  expect(await grant({ official: dana.id })).toMatchObject({ code: 'identity.role-held' })
  clock.advance({ minutes: 1 })
  expect(await rolesOf(dana.id)).toEqual(['case-worker'])
  expect(await grant({ official: dana.id })).toMatchObject({ role: 'reviewer' })
  expect(await grant({})).toMatchObject({ code: 'identity.role-own', pointer: '/official' })
  expect(await grant({ official: 'official_01960000-0000-7000-8000-000000000009' })).toMatchObject({
    code: 'identity.official-not-found',
  })
  expect(await grant({ official: dana.id, role: 'head' })).toMatchObject({ code: 'identity.role-not-given' })
  const auditor = await appoint('Тексеруова', ['auditor'])
  expect(await grant({ official: auditor.id })).toMatchObject({
    code: 'identity.official-roles-apart',
    params: { one: 'auditor', other: 'reviewer' },
  })
  await platform.settle()
  const events = (await platform.listEvents('identity.role-granted')).map(({ data }) => data)
  expect(events).toContainEqual({ official: dana.id, role: 'reviewer' })
})
