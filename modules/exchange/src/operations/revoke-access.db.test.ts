import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { grantAccess, listAccess, revokeAccess } from '../contract/index.ts'
import { exchangePlatform, notification, ward } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const organisation = 'civil-registry'
const integrator = official({ organisation, roles: ['integrator'] })
const contract = 'civil-registry.birth-notification@1'
const revoke = (access: string) =>
  platform.run(revokeAccess, { organisation, access, reason: 'The ward was closed.' }, integrator)
const send = async (number: string) =>
  platform.serve(await platform.member.sign({ body: notification(number, platform.mother.identifier) }))

describe('revoke-access', () => {
  it('takes back what a contract declares, at once; a new access lets in again', async () => {
    const found = await platform.run(listAccess, { organisation, contract }, integrator)
    if (isRefused(found)) throw new Error(found.code)
    const access = found.items.find(({ consumer }) => consumer === ward)?.access ?? ''
    expect(await send('R-1')).toHaveProperty('reply')
    expect(await revoke(access)).toEqual({ access })
    expect(await send('R-2')).toMatchObject({ code: 'exchange.access-not-granted', params: { reason: 'revoked' } })
    expect(await revoke(access)).toMatchObject({ code: 'exchange.access-revoked-before' })
    await platform.settle()
    expect(await platform.listEvents('exchange.access-revoked')).toMatchObject([{ data: { access, consumer: ward } }])

    const ground = 'act:civil-registration/12.1'
    const term = { purpose: 'birth-registration', ground, until: '2026-12-31' }
    await platform.run(grantAccess, { organisation, contract, consumer: ward, ...term }, integrator)
    expect(await send('R-2')).toHaveProperty('reply')
  })

  it('refuses an access that is none of this organisation', async () => {
    expect(await revoke('access_nothing')).toMatchObject({ code: 'exchange.access-not-found', pointer: '/access' })
  })
})
