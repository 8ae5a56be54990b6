import { testPlatform } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { listProviders } from '../contract/index.ts'
import { identity } from '../index.ts'
import { integrator } from '../openid-tools.fixture.ts'

const platform = await testPlatform({ modules: [identity] })

test('there are no outside providers until some are registered', async () => {
  expect(await platform.run(listProviders, {}, integrator)).toEqual({ items: [] })
})
