import { describe, expect, it } from 'vitest'
import { getOwnSituation, listOwnSituations } from '../contract/index.ts'
import { accounts, familyPlatform, father, mother, stranger } from '../family-platform.fixture.ts'

const platform = await familyPlatform()
const birth = await platform.report()
await platform.settle()
const { items } = await platform.must(listOwnSituations, { person: mother.id }, mother)
const situation = items[0]?.situation ?? ''
const get = (actor = mother) => platform.must(getOwnSituation, { situation }, actor)
const states = async () => Object.fromEntries((await get()).steps.map(({ step, state }) => [step, state]))
const words = { en: expect.stringMatching(/\S/), ru: expect.stringMatching(/\S/), kk: expect.stringMatching(/\S/) }

describe('get-own-situation', () => {
  it('shows the journey from its beginning to what comes years later', async () => {
    const seen = await get()
    expect(seen.offers).toEqual([])
    expect(await states()).toMatchObject({
      reported: 'done',
      name: 'your-turn',
      certificate: 'your-turn',
      'one-time-benefit': 'later',
      'kindergarten-place': 'later',
    })
    expect(seen.steps.find(({ step }) => step === 'certificate')).toMatchObject({
      service: 'birth-certificate',
      case: { organisation: 'civil-registry', task: expect.any(String) },
      title: words,
      text: words,
      tag: words,
    })
  })

  it('offers services with reason, amount and term when their time has come', async () => {
    await platform.enter(birth)
    await platform.settle()
    const { offers, accounts: choice, known } = await get()
    expect(offers.map(({ service }) => service).sort()).toEqual([
      'health-attachment',
      'kindergarten-queue',
      'monthly-child-benefit',
      'one-time-birth-benefit',
    ])
    const benefit = offers.find(({ service }) => service === 'one-time-birth-benefit')
    expect(benefit).toMatchObject({
      organisation: 'social-protection',
      title: words,
      why: words,
      term: words,
      needsAccount: true,
      amount: { amount: expect.stringMatching(/^\d+\.\d\d$/), currency: 'DMD' },
    })
    expect(offers.find(({ service }) => service === 'monthly-child-benefit')?.per).toEqual(words)
    expect(benefit?.per).toBeUndefined()
    expect(offers.find(({ service }) => service === 'kindergarten-queue')).toMatchObject({
      needsAccount: false,
      amount: null,
    })
    expect(choice.map(({ account, usual }) => [account, usual]).sort()).toEqual([
      [accounts[0], true],
      [accounts[1], false],
    ])
    expect(known.map(({ as }) => as)).toContain('name')
    for (const { source, label } of known) expect([source, label]).toEqual([words, words])
  })

  it('shows the father the journey, and none of what is hers', async () => {
    const { offers, known, accounts: choice, steps } = await get(father)
    expect({ offers, known, choice }).toEqual({ offers: [], known: [], choice: [] })
    expect(steps.length).toBeGreaterThan(0)
  })

  it('is not there for others', async () => {
    expect(await platform.run(getOwnSituation, { situation }, stranger)).toMatchObject({
      code: 'situations.situation-not-found',
    })
    const none = 'situation_01960000-0000-7000-8000-0000000000aa'
    expect(await platform.run(getOwnSituation, { situation: none }, mother)).toMatchObject({
      code: 'situations.situation-not-found',
    })
  })
})
