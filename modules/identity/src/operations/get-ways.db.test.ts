import { person, testPlatform } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { getWays } from '../contract/index.ts'
import { identity } from '../index.ts'

const platform = await testPlatform({ modules: [identity] })

test('an account without password has nothing, and is offered nothing', async () => {
  expect(await platform.run(getWays, {}, person())).toEqual({
    signInName: null,
    passwordSetAt: null,
    codeProgramAddedAt: null,
    preparation: null,
  })
})
