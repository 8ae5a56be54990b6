import { newSigningPair } from '@tereze/foundation-keys'
import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { certifyKeys, listPeers, registerPeer } from '../contract/index.ts'
import { exchangePlatform } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const keeper = official({ organisation: 'platform', roles: ['integrator'] })

it('tells the installations, and the own anchor once there is one', async () => {
  expect(await platform.run(listPeers, {}, keeper)).toEqual({ items: [], anchor: null })
  const { publicJwk, id } = await newSigningPair()
  const peer = { peer: 'north', origin: 'https://north.example', anchor: { ...publicJwk }, members: ['health'] }
  await platform.run(registerPeer, peer, keeper)
  await platform.run(certifyKeys, { member: 'health' }, keeper)
  expect(await platform.run(listPeers, {}, keeper)).toEqual({
    items: [
      {
        peer: 'north',
        origin: 'https://north.example',
        anchor: id,
        members: ['health'],
        lines: [{ member: 'health', keysUntil: null, waiting: 0, since: null, trouble: null }],
      },
    ],
    anchor: expect.objectContaining({ kty: 'EC', crv: 'P-256' }),
  })
})
