import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { retireKey } from '../contract/index.ts'
import { exchangePlatform, notification, ward, wardSystem } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const retire = (kid: string) =>
  platform.run(retireKey, { organisation: ward, kid }, official({ organisation: ward, roles: ['integrator'] }))
const send = async (number: string) =>
  platform.serve(await platform.member.sign({ body: notification(number, platform.mother.identifier) }))

it('takes a key out of use at once, and once', async () => {
  const kid = String(platform.member.publicJwk.kid)
  expect(await send('T-1')).toHaveProperty('reply')
  expect(await retire(kid)).toEqual({ kid })
  expect(await send('T-2')).toMatchObject({ code: 'exchange.signature-invalid' })
  expect(await retire(kid)).toMatchObject({ code: 'exchange.key-not-found', pointer: '/kid' })
})

it('leaves a key that is over its term out of use', async () => {
  const next = await platform.newSystem()
  await platform.register(ward, wardSystem, next.publicJwk)
  const serve = async (number: string) =>
    platform.serve(await next.sign({ body: notification(number, platform.mother.identifier) }))
  platform.clock.advance({ days: 729 })
  expect(await serve('T-3')).not.toMatchObject({ code: 'exchange.signature-invalid' })
  platform.clock.advance({ days: 2 })
  expect(await serve('T-4')).toMatchObject({ code: 'exchange.signature-invalid' })
})
