import { person, testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { listClients, registerClient } from '../contract/index.ts'
import { identity } from '../index.ts'
import { clientOf, integrator } from '../openid-tools.fixture.ts'

const platform = await testPlatform({ modules: [identity] })

test('a registered client is listed; an id is given once and never that of the portal', async () => {
  const bank = clientOf({ client: 'bank' })
  expect(await platform.run(registerClient, bank, integrator)).toEqual({ client: 'bank' })
  for (const client of ['bank', 'portal']) {
    const again = await platform.run(registerClient, clientOf({ client }), integrator)
    expect(again).toMatchObject({ code: 'identity.client-exists', pointer: '/client' })
  }
  const listed = await platform.run(listClients, {}, integrator)
  if (isRefused(listed)) throw new Error(listed.code)
  expect(listed.items).toEqual([bank])
})

test('what is wrong with a client is told with its field, and nothing is kept', async () => {
  const unsafe = clientOf({ client: 'unsafe', redirectUris: ['http://unsafe.example/'] })
  expect(await platform.run(registerClient, unsafe, integrator)).toMatchObject({
    code: 'identity.client-address-unsafe',
    pointer: '/redirectUris/0',
  })
  const secret = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43), d: 'd'.repeat(43) } as const
  const leaking = clientOf({ client: 'leaking', keys: [secret as never] })
  expect(await platform.run(registerClient, leaking, integrator)).toMatchObject({ code: 'operations.input-invalid' })
  expect(await platform.run(registerClient, clientOf({ client: 'x1' }), person())).not.toMatchObject({
    code: 'identity.client-exists',
  })
})
