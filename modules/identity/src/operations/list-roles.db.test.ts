import { expect, it } from 'vitest'
import { rolesPlatform } from '../roles.fixture.ts'

const { clock, head, appoint, grant, list } = await rolesPlatform()

it('lists officials with the roles that the head gives: since when, by whom, until when', async () => {
  const dana = await appoint('Талғатова', ['case-worker', 'observer'])
  const until = new Date(clock.now().getTime() + 60_000).toISOString()
  await grant({ official: dana.id, until })
  const found = await list()
  expect(found.roles).toEqual(['observer', 'reviewer'])
  const at = clock.now().toISOString()
  expect(found.items.find(({ official }) => official === dana.id)?.roles).toEqual([
    { role: 'observer', given: null, until: null },
    { role: 'reviewer', given: { by: { family: 'Басшыева', given: 'Дана' }, at }, until },
  ])
  expect(found.items.find(({ official }) => official === head.id)?.roles).toEqual([])
  clock.advance({ minutes: 1 })
  expect((await list()).items.flatMap(({ roles }) => roles)).toHaveLength(1)
})
