import { official } from '@tereze/foundation-testing'
import { expect, it } from 'vitest'
import { certificateAuthority } from '../certificates.fixture.ts'
import { distrustAuthority, importCertificate, listCertificates, trustAuthority } from '../contract/index.ts'
import { exchangePlatform, ward, wardSystem } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const keeper = official({ organisation: 'platform', roles: ['integrator'] })
const integrator = official({ organisation: ward, roles: ['integrator'] })

it('refuses what is signed with the certificates of an authority from then on, until it is trusted again', async () => {
  const root = await certificateAuthority('Root', platform.clock.now())
  const trust = () => platform.run(trustAuthority, { authority: 'national', certificate: root.certificate }, keeper)
  const distrust = (authority: string) =>
    platform.run(distrustAuthority, { authority, reason: 'its keys were stolen' }, keeper)
  const own = await root.issue('Ward', 'signing')
  const take = (certificate: string) =>
    platform.run(importCertificate, { organisation: ward, system: wardSystem, certificate }, integrator)
  const serve = async () => platform.serve(await (await platform.newSystem(own.pair)).sign())
  await trust()
  await take(own.certificate)
  expect(await serve()).toHaveProperty('reply')
  expect(await distrust('nobody')).toMatchObject({ code: 'exchange.authority-unknown', pointer: '/authority' })
  expect(await distrust('installation')).toMatchObject({ code: 'exchange.authority-unknown' })
  const since = platform.clock.now().toISOString()
  expect(await distrust('national')).toEqual({ authority: 'national' })
  expect(await distrust('national')).toMatchObject({ code: 'exchange.authority-unknown' })
  expect(await serve()).toMatchObject({ code: 'exchange.authority-untrusted', params: { day: since } })
  expect(await take((await root.issue('Other', 'signing')).certificate)).toMatchObject({
    also: [{ code: 'exchange.certificate-authority-untrusted' }],
  })
  expect(await platform.run(listCertificates, { organisation: ward }, integrator)).toMatchObject({
    items: [{ state: 'untrusted', why: 'its keys were stolen' }],
  })
  await trust()
  expect(await serve()).toHaveProperty('reply')
})
