import { newSigningPair } from '@tereze/foundation-keys'
import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { diagnoseService, pauseService, registerPeer, retireKey } from '../contract/index.ts'
import { exchangePlatform, notification, ward, wardSystem } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const contract = 'civil-registry.birth-notification@1'
async function look(more: object = {}) {
  const found = await platform.run(
    diagnoseService,
    { organisation: ward, contract, purpose: 'birth-registration', ...more },
    official({ organisation: ward, roles: ['integrator'] }),
  )
  if (isRefused(found)) throw new Error(found.code)
  const bad = found.steps.filter(({ state }) => state !== 'ok').map(({ id, finding }) => `${id} ${finding}`)
  return { ...found, bad }
}

describe('diagnose-service', () => {
  it('says that it works where it does, as the message then proves', async () => {
    expect(await look()).toMatchObject({ works: true, bad: ['last last-none'] })
    await platform.serve(await platform.member.sign({ body: notification('D-1', platform.mother.identifier) }))
    expect(await look()).toMatchObject({ works: true, bad: [] })
  })

  it('names the step at which a message fails, as the refusal does', async () => {
    expect(await look({ purpose: 'curiosity' })).toMatchObject({ works: false, bad: ['access access-purpose'] })
    expect(await look({ system: 'abacus' })).toMatchObject({
      works: false,
      bad: ['member system-unknown', 'access access-system'],
    })
    expect(await look({ contract: 'civil-registry.birth-notification@7' })).toMatchObject({
      works: false,
      bad: expect.arrayContaining(['service version-unknown']),
    })
  })

  it('sees maintenance, a missing key, and that the provider runs elsewhere', async () => {
    const until = '2026-03-02T05:00:00.000Z'
    const registry = official({ organisation: 'civil-registry' })
    await platform.run(pauseService, { organisation: 'civil-registry', until }, registry)
    expect(await look()).toMatchObject({ works: false, bad: ['open paused'] })
    platform.clock.advance({ hours: 2 })
    const kid = String(platform.member.publicJwk.kid)
    await platform.run(retireKey, { organisation: ward, kid }, official({ organisation: ward }))
    expect(await look()).toMatchObject({ works: false, bad: ['key no-key'] })
    const next = await platform.newSystem()
    await platform.register(ward, wardSystem, next.publicJwk)
    const { publicJwk } = await newSigningPair()
    const peer = { peer: 'north', origin: 'https://north.example', anchor: { ...publicJwk } }
    await platform.run(registerPeer, { ...peer, members: ['civil-registry'] }, official({ organisation: 'platform' }))
    expect((await look()).bad).toEqual([
      'certificate certificate-never',
      'access access-elsewhere',
      'open pause-elsewhere',
    ])
  })
})
