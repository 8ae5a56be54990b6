import { newSigningPair } from '@tereze/foundation-keys'
import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { listPeers, registerPeer, removePeer } from '../contract/index.ts'
import { exchangePlatform } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const keeper = official({ organisation: 'platform', roles: ['integrator'] })

it('removes an installation once; it can be registered again', async () => {
  const { publicJwk } = await newSigningPair()
  const peer = { peer: 'north', origin: 'https://north.example', anchor: { ...publicJwk }, members: ['health'] }
  await platform.run(registerPeer, peer, keeper)
  expect(await platform.run(removePeer, { peer: 'north' }, keeper)).toEqual({ peer: 'north' })
  expect(await platform.run(listPeers, {}, keeper)).toMatchObject({ items: [] })
  expect(await platform.run(removePeer, { peer: 'north' }, keeper)).toMatchObject({ code: 'exchange.peer-not-found' })
  await platform.run(registerPeer, peer, keeper)
  expect(await platform.run(listPeers, {}, keeper)).toMatchObject({ items: [{ peer: 'north' }] })
})
