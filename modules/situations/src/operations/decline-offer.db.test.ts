import { describe, expect, it } from 'vitest'
import { confirmOffers, declineOffer, getOwnSituation, listOwnSituations } from '../contract/index.ts'
import { familyPlatform, father, mother } from '../family-platform.fixture.ts'

const platform = await familyPlatform()
const birth = await platform.report()
await platform.settle()
await platform.enter(birth)
await platform.settle()
const { items } = await platform.must(listOwnSituations, { person: mother.id }, mother)
const situation = items[0]?.situation ?? ''
const decline = (service: string, actor = mother) => platform.run(declineOffer, { situation, service }, actor)
const offered = async () =>
  (await platform.must(getOwnSituation, { situation }, mother)).offers.map(({ service }) => service)

describe('decline-offer', () => {
  it('takes the offer away, and no later look brings it back', async () => {
    expect(await decline('kindergarten-queue')).toEqual({ service: 'kindergarten-queue' })
    await platform.change('births', birth, { multiple: { count: 2, order: 1 } })
    await platform.settle()
    expect(await offered()).not.toContain('kindergarten-queue')
    expect(await offered()).toContain('health-attachment')
  })

  it('is said as what it is, and may still be confirmed', async () => {
    const { steps, declined } = await platform.must(getOwnSituation, { situation }, mother)
    expect(declined?.map(({ service }) => service)).toEqual(['kindergarten-queue'])
    expect(steps.find(({ service }) => service === 'kindergarten-queue')).toMatchObject({
      state: 'not-for-you',
      tag: { en: 'you declined' },
      text: { en: 'You did not want this.' },
    })
  })

  it('refuses what is not offered', async () => {
    for (const service of ['kindergarten-queue', 'passport', 'birth-certificate'])
      expect(await decline(service)).toMatchObject({ code: 'situations.offer-not-found', pointer: '/service' })
  })

  it('is for the person whom it is offered', async () => {
    expect(await decline('health-attachment', father)).toMatchObject({ code: 'situations.situation-not-found' })
  })

  it('is undone by confirming', async () => {
    expect(await platform.must(confirmOffers, { situation, services: ['kindergarten-queue'] }, mother)).toMatchObject({
      services: ['kindergarten-queue'],
    })
    expect(await decline('kindergarten-queue')).toMatchObject({ code: 'situations.offer-not-found' })
  })
})
