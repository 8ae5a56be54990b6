import { listOwnCases } from '@tereze/cases/contract'
import { describe, expect, it } from 'vitest'
import { confirmOffers, listOwnSituations } from '../contract/index.ts'
import { familyPlatform, mother } from '../family-platform.fixture.ts'

const platform = await familyPlatform()
const birth = await platform.report()
await platform.settle()
await platform.enter(birth)
await platform.settle()
const { items } = await platform.must(listOwnSituations, { person: mother.id }, mother)
const situation = items[0]?.situation ?? ''
const cases = async () =>
  (await platform.must(listOwnCases, { person: mother.id, cause: situation }, mother)).items.map(
    ({ service, organisation }) => `${organisation}/${service}`,
  )

describe('on-offers-confirmed', () => {
  it('opens a case for each confirmed service, in its owner’s hands', async () => {
    const services = ['kindergarten-queue', 'health-attachment']
    await platform.must(confirmOffers, { situation, services }, mother)
    await platform.settle()
    expect((await cases()).sort()).toEqual([
      'civil-registry/birth-certificate',
      'education/kindergarten-queue',
      'health/health-attachment',
    ])
  })

  it('opens none twice when the events come again', async () => {
    const before = await platform.picture()
    await platform.replay('situations.on-offers-confirmed')
    expect(await platform.picture()).toEqual(before)
  })
})
