import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { getOwnSituation, listOwnSituations, listSilentLooks, repeatLook } from '../contract/index.ts'
import { familyPlatform, mother } from '../family-platform.fixture.ts'

const platform = await familyPlatform()
const organisation = 'platform'
const integrator = official({ organisation, roles: ['integrator'] })
const contract = 'civil-registry.birth-record@1'
const listed = async () => (await platform.must(listSilentLooks, { organisation }, integrator)).items
const mine = async () => (await platform.must(listOwnSituations, { person: mother.id }, mother)).items

it('asks at once for a record that was given up, and for as long again', async () => {
  platform.faults.set(contract, { code: 'exchange.access-not-granted', retry: false })
  const birth = await platform.report()
  await platform.settle()
  const [denied] = await listed()
  expect(denied).toMatchObject({ fault: 'dead', code: 'exchange.access-not-granted', due: expect.any(String) })
  expect(await mine()).toEqual([])

  platform.clock.advance({ days: 31 })
  await expect(platform.settle()).rejects.toThrow(/gave no answer for P30D/)
  const [given] = await listed()
  expect(given).toMatchObject({ look: denied?.look, due: null })
  const asked = platform.asked.length
  platform.clock.advance({ days: 2 })
  await platform.settle()
  expect(platform.asked).toHaveLength(asked)

  const look = given?.look ?? ''
  expect(await platform.must(repeatLook, { organisation, look }, integrator)).toEqual({ look })
  await platform.settle()
  expect(await listed()).toMatchObject([{ look, due: expect.any(String) }])

  platform.faults.clear()
  await platform.must(repeatLook, { organisation, look }, integrator)
  await platform.settle()
  expect(await mine()).toHaveLength(1)
  expect(await listed()).toEqual([])
  expect(await platform.run(repeatLook, { organisation, look }, integrator)).toMatchObject({
    code: 'situations.look-not-found',
    pointer: '/look',
  })

  // The owner says that there is no such record: nothing is waited for.
  platform.faults.set(contract, { code: 'exchange.message-refused', retry: false })
  await platform.report()
  await platform.settle()
  expect(await listed()).toEqual([])

  // A situation that is open says that it was given up.
  platform.faults.set(contract, { code: 'exchange.reply-wrong', retry: false })
  await platform.enter(birth)
  await platform.settle()
  platform.clock.advance({ days: 31 })
  await platform.settle().catch(() => undefined)
  const [{ situation = '' } = {}] = await mine()
  const { silence } = await platform.must(getOwnSituation, { situation }, mother)
  expect(silence?.text.en).toContain('You may still apply')
})

it('is for the integrators of the operator', async () => {
  const missing = { code: 'operations.permission-missing' }
  const auditor = official({ organisation, roles: ['auditor'] })
  for (const actor of [mother, auditor])
    expect(await platform.run(repeatLook, { organisation, look: 'a' }, actor)).toMatchObject(missing)
})
