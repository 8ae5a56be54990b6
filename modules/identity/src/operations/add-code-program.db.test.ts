import { person, testPlatform } from '@tereze/foundation-testing'
import { expect, test } from 'vitest'
import { addCodeProgram } from '../contract/index.ts'
import { identity } from '../index.ts'

const platform = await testPlatform({ modules: [identity] })

test('a token adds no program to somebody’s account', async () => {
  const byToken = person({ session: 'token:1' })
  expect(await platform.run(addCodeProgram, { code: '123456' }, byToken)).toMatchObject({
    code: 'identity.sign-in-stale',
  })
})
