import { person, testPlatform } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { listLinks, listProviders, registerProvider, removeLink, withdrawProvider } from '../contract/index.ts'
import { identity } from '../index.ts'
import { integrator } from '../openid-tools.fixture.ts'

const platform = await testPlatform({ modules: [identity] })
const provider = {
  provider: 'neighbours',
  name: { en: 'Neighbours', ru: 'Соседи', kk: 'Көршілер' },
  issuer: 'https://neighbours.example/oidc',
  client: 'platform',
  levels: { gold: 'high' },
} as const

test('a provider is registered under an id of its own and with a safe address, and withdrawn once', async () => {
  const http = { ...provider, issuer: 'http://neighbours.example/' }
  expect(await platform.run(registerProvider, http, integrator)).toMatchObject({
    code: 'identity.provider-address-unsafe',
    pointer: '/issuer',
  })
  expect(await platform.run(registerProvider, provider, integrator)).toEqual({ provider: 'neighbours' })
  expect(await platform.run(registerProvider, provider, integrator)).toMatchObject({ code: 'identity.provider-exists' })
  const listed = await platform.run(listProviders, {}, integrator)
  if (isRefused(listed)) throw new Error(listed.code)
  expect(listed.items).toEqual([provider])
  expect(await platform.run(listLinks, {}, person())).toEqual({
    items: [{ provider: 'neighbours', name: provider.name, linkedAt: null }],
  })
  expect(await platform.run(removeLink, { provider: 'neighbours' }, person())).toMatchObject({
    code: 'identity.sign-in-stale',
  })
  expect(await platform.run(withdrawProvider, { provider: 'neighbours' }, integrator)).toEqual({
    provider: 'neighbours',
  })
  expect(await platform.run(withdrawProvider, { provider: 'neighbours' }, integrator)).toMatchObject({
    code: 'identity.provider-not-found',
  })
})
