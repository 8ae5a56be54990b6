import { rows, sql } from '@tereze/foundation-database'
import { describe, expect, it } from 'vitest'
import { confirmOffers, getOwnSituation, listOwnSituations } from '../contract/index.ts'
import { accounts, familyPlatform, father, mother, stranger } from '../family-platform.fixture.ts'

const platform = await familyPlatform()

async function bornAndEntered(): Promise<{ birth: string; situation: string }> {
  platform.clock.advance({ seconds: 1 })
  const birth = await platform.report()
  await platform.settle()
  await platform.enter(birth)
  await platform.settle()
  const { items } = await platform.must(listOwnSituations, { person: mother.id }, mother)
  return { birth, situation: items[0]?.situation ?? '' }
}
const { birth, situation } = await bornAndEntered()
const [, second] = accounts
const benefit = 'one-time-birth-benefit'
const confirm = (services: string[], more: object = {}, actor = mother) =>
  platform.run(confirmOffers, { situation, services, ...more }, actor)
const states = async () =>
  Object.fromEntries(
    (
      await rows(
        platform.database,
        sql<{
          service: string
          state: string
        }>`select service, state from situations.offers where situation = ${situation}`,
      )
    ).map(({ service, state }) => [service, state]),
  )

describe('confirm-offers', () => {
  it.each<[string, string[], object, string, string]>([
    ['a service that is not offered', ['kindergarten-queue', 'passport'], {}, 'offer-not-found', '/services/1'],
    ['a service that started by itself', ['birth-certificate'], {}, 'offer-not-found', '/services/0'],
    ['money without a chosen account', [benefit], {}, 'account-missing', '/account'],
    ['an account of somebody else', [benefit], { account: 'account_x' }, 'account-not-yours', '/account'],
  ])('refuses %s and confirms nothing', async (_, services, more, code, pointer) => {
    const before = await states()
    expect(await confirm(services, more)).toMatchObject({ code: `situations.${code}`, pointer })
    expect(await states()).toEqual(before)
  })

  it('is for the person whom it is offered', async () => {
    for (const actor of [father, stranger])
      expect(await confirm(['kindergarten-queue'], {}, actor)).toMatchObject({ code: 'situations.situation-not-found' })
  })

  it('confirms several in one step, with the chosen account and what the person corrected', async () => {
    const services = [benefit, 'kindergarten-queue']
    const answers = { 'kindergarten-queue': { wantedFrom: '2029-09-01' } }
    expect(await confirm(services, { account: second, answers })).toEqual({
      confirmation: expect.stringMatching(/^confirmation_/),
      services,
    })
    expect(await states()).toMatchObject({ [benefit]: 'confirmed', 'kindergarten-queue': 'confirmed' })
    const kept = await rows(
      platform.database,
      sql<{ service: string; data: object }>`select service, data from situations.offers
        where situation = ${situation} and state = 'confirmed' order by service`,
    )
    expect(kept).toMatchObject([
      { service: 'kindergarten-queue', data: { wantedFrom: '2029-09-01' } },
      { service: benefit, data: { account: second } },
    ])
    const { offers } = await platform.must(getOwnSituation, { situation }, mother)
    expect(offers.map(({ service }) => service)).not.toContain(benefit)
  })

  it('confirms an offer once, also when pressed many times at once', async () => {
    expect(await confirm(['kindergarten-queue'])).toMatchObject({ code: 'situations.offer-not-found' })
    const tries = await Promise.all(Array.from({ length: 4 }, () => confirm(['health-attachment'])))
    expect(tries.map(tried => ('code' in tried ? tried.code : 'done')).sort()).toEqual([
      'done',
      ...Array(3).fill('situations.offer-not-found'),
    ])
    await platform.settle()
    const opened = await rows(platform.database, sql`select id from cases.cases where service = 'health-attachment'`)
    expect(opened).toHaveLength(1)
  })

  it('is over when the situation is', async () => {
    await platform.change('births', birth, { status: 'annulled' })
    await platform.settle()
    expect(await confirm(['monthly-child-benefit'], { account: second })).toMatchObject({
      code: 'situations.offer-not-found',
    })
  })
})
