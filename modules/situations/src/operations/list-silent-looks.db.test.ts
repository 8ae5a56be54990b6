import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { getOwnSituation, listOwnSituations, listSilentLooks } from '../contract/index.ts'
import { familyPlatform, mother } from '../family-platform.fixture.ts'

const platform = await familyPlatform()
const integrator = official({ organisation: 'platform', roles: ['integrator'] })
const contract = 'civil-registry.birth-record@1'
const listed = async () => (await platform.must(listSilentLooks, { organisation: 'platform' }, integrator)).items
const birth = await platform.report()
await platform.settle()
const [{ situation = '' } = {}] = (await platform.must(listOwnSituations, { person: mother.id }, mother)).items
const view = () => platform.must(getOwnSituation, { situation }, mother)

it('tells a change that cannot be seen to whom it concerns and to the operator, after a while, until it is seen', async () => {
  platform.silent.add(contract)
  await platform.enter(birth)
  await platform.settle()
  expect((await view()).silence).toBeUndefined()
  expect(await listed()).toEqual([])

  platform.clock.advance({ minutes: 6 })
  await platform.settle()
  const { silence, offers } = await view()
  expect(offers).toEqual([])
  expect(silence).toMatchObject({
    source: { en: 'Civil Registry' },
    fault: 'dead',
    text: { en: expect.stringContaining('We ask again by ourselves') },
    since: '2026-03-02T04:06:00.000Z',
  })
  expect(await listed()).toMatchObject([
    {
      kind: 'birth-of-a-child',
      contract,
      provider: 'civil-registry',
      fault: 'dead',
      code: 'exchange.provider-unavailable',
      since: '2026-03-02T04:00:00.000Z',
    },
  ])
  expect(JSON.stringify(await listed())).not.toContain(mother.id)

  platform.silent.clear()
  platform.clock.advance({ hours: 1 })
  await platform.settle()
  expect((await view()).silence).toBeUndefined()
  expect((await view()).offers).not.toEqual([])
  expect(await listed()).toEqual([])
})

it('is for the integrators of the operator', async () => {
  const missing = { code: 'operations.permission-missing' }
  for (const actor of [
    mother,
    official({ organisation: 'platform', roles: ['auditor'] }),
    official({ organisation: 'health', roles: ['integrator'] }),
  ])
    expect(await platform.run(listSilentLooks, { organisation: 'platform' }, actor)).toMatchObject(missing)
})
