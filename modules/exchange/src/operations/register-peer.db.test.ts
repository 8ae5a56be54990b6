import { newSigningPair } from '@tereze/foundation-keys'
import { official } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { registerPeer } from '../contract/index.ts'
import { exchangePlatform } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const pair = await newSigningPair()
const wanted = { peer: 'north', origin: 'https://north.example', anchor: { ...pair.publicJwk }, members: ['health'] }
const register = (more: object = {}) =>
  platform.run(registerPeer, { ...wanted, ...more }, official({ organisation: 'platform', roles: ['integrator'] }))

describe('register-peer', () => {
  it('gives the thumbprint of the anchor, to be compared; the same one again is changed', async () => {
    expect(await register()).toEqual({ anchor: pair.id })
    expect(await register({ members: ['health', 'education'] })).toEqual({ anchor: pair.id })
    expect(platform.audited.at(-1)?.fields).toEqual(expect.arrayContaining(['peer:north', `anchor:${pair.id}`]))
  })

  it('refuses a key that is none, and a member of another installation', async () => {
    expect(await register({ anchor: pair.privateJwk })).toMatchObject({ code: 'exchange.key-unusable' })
    expect(await register({ peer: 'south', members: ['tax-agency', 'education'] })).toMatchObject({
      code: 'exchange.member-elsewhere',
      pointer: '/members/1',
      params: { member: 'education', peer: 'north' },
    })
  })
})
