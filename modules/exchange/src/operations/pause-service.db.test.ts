import { official, system } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { listQueue, pauseService, sendMessage } from '../contract/index.ts'
import { exchangePlatform, notification } from '../exchange-platform.fixture.ts'

const platform = await exchangePlatform()
const organisation = 'civil-registry'
const contract = 'civil-registry.birth-notification@1'
const integrator = official({ organisation, roles: ['integrator'] })
const pause = (more: object) => platform.run(pauseService, { organisation, ...more } as never, integrator)
const send = async (number: string) =>
  platform.serve(await platform.member.sign({ body: notification(number, platform.mother.identifier) }))

describe('pause-service', () => {
  it('closes a service until it ends by itself, and tells askers until when', async () => {
    expect(await send('M-1')).toHaveProperty('reply')
    expect(await pause({ contract, until: '2026-03-02T05:00:00.000Z' })).toEqual({ until: '2026-03-02T05:00:00.000Z' })
    expect(await send('M-2')).toMatchObject({
      code: 'exchange.service-paused',
      params: { provider: organisation, contract, until: '2026-03-02T05:00:00.000Z' },
    })
    platform.clock.advance({ hours: 1 })
    expect(await send('M-2')).toHaveProperty('reply')
  })

  it('keeps what is queued meanwhile, and lets it through afterwards', async () => {
    await platform.run(
      pauseService,
      { organisation: 'tax-agency', until: '2026-03-02T07:00:00.000Z' },
      official({ organisation: 'tax-agency' }),
    )
    const asker = 'social-protection'
    await platform.run(
      sendMessage,
      {
        organisation: asker,
        message: '01960000-0000-7000-8000-00000000abcd',
        contract: 'tax-agency.income-by-person@1',
        purpose: 'benefit-eligibility',
        ground: 'act:family-benefits/8',
        body: { person: platform.mother.id, year: 2025 },
      },
      system({ organisation: asker, roles: ['platform'] }),
    )
    const queued = async () => {
      await platform.settle()
      const found = await platform.run(listQueue, { organisation: asker }, official({ organisation: asker }))
      return isRefused(found) ? null : found.items[0]
    }
    expect(await queued()).toMatchObject({ state: 'waiting', code: 'exchange.service-paused', attempts: 1 })
    platform.clock.advance({ hours: 3 })
    expect(await queued()).toMatchObject({ state: 'answered', attempts: 2, code: null })
  })

  it.each<[string, object, string]>([
    [
      'the service of another',
      { contract: 'tax-agency.income-by-person@1', until: '2026-03-03T00:00:00.000Z' },
      'exchange.contract-not-found',
    ],
    ['an end that is past', { until: '2026-03-01T00:00:00.000Z' }, 'exchange.pause-term-wrong'],
    ['more than a month', { until: '2026-05-01T00:00:00.000Z' }, 'exchange.pause-term-wrong'],
    [
      'an end before the beginning',
      { from: '2026-03-09T00:00:00.000Z', until: '2026-03-08T00:00:00.000Z' },
      'exchange.pause-term-wrong',
    ],
  ])('refuses %s', async (_, more, code) => {
    expect(await pause(more)).toMatchObject({ code })
  })
})
