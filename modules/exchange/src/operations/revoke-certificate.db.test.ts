import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { listCertificates, makeAuthority, revokeCertificate } from '../contract/index.ts'
import { exchangePlatform } from '../exchange-platform.fixture.ts'
import { renewKeys } from '../jobs/renew-keys.ts'

const platform = await exchangePlatform()
const integrator = official({ organisation: 'health', roles: ['integrator'] })

it('takes a certificate back once; the key that the installation keeps is replaced, and certified anew', async () => {
  await platform.run(makeAuthority, {}, official({ organisation: 'platform', roles: ['integrator'] }))
  const signer = await platform.database.transaction('health', tx => platform.keys.signer(tx, 'exchange'))
  const renew = () => renewKeys.run(platform.runner.jobContext('exchange.renew-keys'))
  const list = async () => {
    const found = await platform.run(listCertificates, { organisation: 'health' }, integrator)
    if (isRefused(found)) throw new Error(found.code)
    return found.items.map(({ serial, kid, system, state }) => ({ serial, kid, system, state }))
  }
  expect(await renew()).toBe(1)
  expect(await renew()).toBe(0)
  const [first] = await list()
  expect(first).toMatchObject({ kid: signer.kid, system: null, state: 'good' })
  const revoke = () =>
    platform.run(
      revokeCertificate,
      { organisation: 'health', serial: first?.serial ?? '', reason: 'stolen' },
      integrator,
    )
  platform.clock.advance({ seconds: 1 })
  expect(await revoke()).toEqual({ serial: first?.serial })
  expect(await revoke()).toMatchObject({ code: 'exchange.certificate-not-found' })
  expect(await renew()).toBe(1)
  const [second, old] = await list()
  expect(old).toMatchObject({ serial: first?.serial, state: 'revoked' })
  expect(second).toMatchObject({ state: 'good' })
  expect(second?.kid).not.toBe(signer.kid)

  // Sixty days later its certificate is in its last third, ninety-one later the key itself is old.
  platform.clock.advance({ days: 65 })
  expect((await list())[0]).toMatchObject({ serial: second?.serial, state: 'ends-soon' })
  expect(await renew()).toBe(1)
  expect((await list())[0]).toMatchObject({ kid: second?.kid, state: 'good' })
  platform.clock.advance({ days: 30 })
  expect(await renew()).toBe(2)
  const last = await list()
  expect(last[0]).toMatchObject({ state: 'good' })
  expect(last[0]?.kid).not.toBe(second?.kid)
})
