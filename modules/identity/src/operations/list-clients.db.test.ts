import { testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { listClients, registerClient } from '../contract/index.ts'
import { identity } from '../index.ts'
import { clientOf, integrator } from '../openid-tools.fixture.ts'

const platform = await testPlatform({ modules: [identity] })

test('clients are listed in the order of their ids', async () => {
  for (const client of ['pension-fund', 'bank']) await platform.run(registerClient, clientOf({ client }), integrator)
  const listed = await platform.run(listClients, {}, integrator)
  if (isRefused(listed)) throw new Error(listed.code)
  expect(listed.items.map(({ client }) => client)).toEqual(['bank', 'pension-fund'])
})
