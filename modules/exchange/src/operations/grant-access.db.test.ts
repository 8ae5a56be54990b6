import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { grantAccess } from '../contract/index.ts'
import { exchangePlatform, notification, ward } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const integrator = official({ organisation: 'civil-registry', roles: ['integrator'] })
const wanted = {
  organisation: 'civil-registry',
  contract: 'civil-registry.birth-notification@1',
  consumer: ward,
  purpose: 'birth-statistics',
  ground: 'act:civil-registration/12.1',
  until: '2026-12-31',
}
const grant = (more: object = {}) => platform.run(grantAccess, { ...wanted, ...more }, integrator)
const send = async (number: string) =>
  platform.serve(
    await platform.member.sign({
      purpose: 'birth-statistics',
      body: notification(number, platform.mother.identifier),
    }),
  )

describe('grant-access', () => {
  it('lets a member in from the first day on, not before; who and why is audited and told', async () => {
    expect(await send('G-1')).toMatchObject({
      code: 'exchange.access-not-granted',
      pointer: '/purpose',
      params: { reason: 'purpose', provider: 'civil-registry' },
      also: [{ code: 'exchange.access-purpose' }],
    })
    const given = await grant({ from: '2026-03-03' })
    if (isRefused(given)) throw new Error(given.code)
    expect(await send('G-1')).toMatchObject({ params: { reason: 'not-yet', day: '2026-03-03' } })
    platform.clock.advance({ days: 1 })
    expect(await send('G-1')).toHaveProperty('reply')
    expect(platform.audited.find(({ operation }) => operation === 'exchange.grant-access')).toMatchObject({
      tenant: 'civil-registry',
      actor: integrator,
      fields: expect.arrayContaining([`consumer:${ward}`, 'ground:act:civil-registration/12.1']),
    })
    await platform.settle()
    expect(await platform.listEvents('exchange.access-granted')).toMatchObject([
      { subject: given.access, data: { contract: wanted.contract, consumer: ward }, ground: wanted.ground },
    ])
  })

  it.each<[string, object, string, string]>([
    ['a contract that is none', { contract: 'civil-registry.nothing@1' }, 'exchange.contract-not-found', '/contract'],
    [
      'the service of another',
      { contract: 'tax-agency.income-by-person@1' },
      'exchange.contract-not-found',
      '/contract',
    ],
    ['a stranger', { consumer: 'nobody-at-all' }, 'exchange.member-not-found', '/consumer'],
    ['a system that is none', { systems: ['abacus'] }, 'exchange.member-not-found', '/systems/0'],
    ['a term that is over', { until: '2026-01-01' }, 'exchange.access-term-wrong', '/until'],
    ['a term that ends before it begins', { from: '2027-01-01' }, 'exchange.access-term-wrong', '/until'],
  ])('refuses %s', async (_, more, code, pointer) => {
    expect(await grant(more)).toMatchObject({ code, pointer })
  })
})
