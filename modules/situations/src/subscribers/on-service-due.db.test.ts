import { listOwnCases } from '@tereze/cases/contract'
import { describe, expect, it } from 'vitest'
import { familyPlatform, mother } from '../family-platform.fixture.ts'

const platform = await familyPlatform()
await platform.report()
await platform.settle()
const cases = async () => (await platform.must(listOwnCases, { person: mother.id }, mother)).items

describe('on-service-due', () => {
  it('opens the case in its owner’s hands without being asked', async () => {
    expect(await cases()).toMatchObject([{ service: 'birth-certificate', organisation: 'civil-registry' }])
  })

  it('opens it once when the event comes again', async () => {
    const before = await platform.picture()
    await platform.replay('situations.on-service-due')
    expect(await cases()).toHaveLength(1)
    expect(await platform.picture()).toEqual(before)
  })
})
