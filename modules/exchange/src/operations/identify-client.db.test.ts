import { newSigningPair, signerOf } from '@tereze/foundation-keys'
import { anonymous } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { identifyClient } from '../contract/index.ts'
import { exchangePlatform, ward, wardSystem } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const audience = 'https://services.example'
const pair = await newSigningPair()
await platform.register(ward, wardSystem, { ...pair.publicJwk })
const claims = { iss: ward, aud: audience, exp: platform.clock.now().getTime() / 1000 + 60 }
const token = await (await signerOf(pair.privateJwk)).sign(JSON.stringify(claims), 'tereze-client+jwt')
const identify = (more: object = {}) =>
  platform.run(
    identifyClient,
    {
      member: ward,
      system: '',
      token,
      contract: 'civil-registry.birth-notification@1',
      provider: 'civil-registry',
      purpose: '',
      audience,
      ...more,
    },
    anonymous('en'),
  )

describe('identify-client', () => {
  it('finds system, purpose and ground of who proves itself', async () => {
    const found = { system: wardSystem, purpose: 'birth-registration', ground: 'act:civil-registration/12.1' }
    expect(await identify()).toEqual(found)
    expect(await identify({ system: wardSystem, purpose: 'birth-registration' })).toEqual(found)
  })

  it.each<[string, object, string]>([
    ['another member', { member: 'health' }, 'exchange.client-unknown'],
    ['another system of the member', { system: 'archive' }, 'exchange.client-unknown'],
    ['another place', { audience: 'https://other.example' }, 'exchange.client-unknown'],
    ['no token', { token: '' }, 'exchange.client-unknown'],
    ['another purpose', { purpose: 'curiosity' }, 'exchange.access-not-granted'],
    ['a service that is none', { contract: 'civil-registry.nothing@1' }, 'exchange.contract-not-found'],
  ])('refuses %s', async (_, more, code) => {
    expect(await identify(more)).toMatchObject({ code })
  })
})
