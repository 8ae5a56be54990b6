import { expect, it } from 'vitest'
import { rolesPlatform } from '../roles.fixture.ts'

const { platform, appoint, grant, withdraw, rolesOf } = await rolesPlatform()

it('takes a role that was given, or one of the appointment while another stays; it counts at once', async () => {
  const dana = await appoint('Талғатова', ['case-worker', 'observer'])
  await grant({ official: dana.id })
  expect(await withdraw(dana.id, 'reviewer')).toEqual({ official: dana.id, role: 'reviewer' })
  expect(await rolesOf(dana.id)).toEqual(['case-worker', 'observer'])
  expect(await withdraw(dana.id, 'reviewer')).toMatchObject({ code: 'identity.role-not-held' })
  await withdraw(dana.id, 'observer')
  expect(await rolesOf(dana.id)).toEqual(['case-worker'])
  expect(await withdraw(dana.id, 'case-worker')).toMatchObject({ code: 'identity.role-not-given' })
  const only = await appoint('Жалғызова', ['observer'])
  expect(await withdraw(only.id, 'observer')).toMatchObject({ code: 'identity.role-last' })
  await platform.settle()
  expect(await platform.listEvents('identity.role-withdrawn')).toHaveLength(2)
})
