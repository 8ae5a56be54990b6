import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listMembers } from '../contract/index.ts'
import { exchangePlatform, ward, wardSystem } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()

it('tells each member with its systems and the versions of its services', async () => {
  const found = await platform.run(listMembers, {}, official({ roles: ['integrator'] }))
  if (isRefused(found)) throw new Error(found.code)
  expect(found.items.find(({ member }) => member === ward)).toMatchObject({
    systems: [{ system: wardSystem, algorithm: expect.any(String) }],
    services: [],
  })
  expect(found.items.find(({ member }) => member === 'tax-agency')?.services).toContainEqual({
    contract: 'tax-agency.income-by-person@1',
    version: '1.0.0',
    title: { en: expect.any(String), ru: expect.any(String), kk: expect.any(String) },
    kind: 'query',
  })
})
