import { describe, expect, it } from 'vitest'
import { benefit, benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { mineService } from '../contract/index.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
const today = cases.now().slice(0, 10)
const period = { from: today, to: today }
const mine = async (input = {}) =>
  cases.run(mineService, { organisation: benefits, service: benefit, ...period, ...input }, operator)

describe('mine-service', () => {
  it('tells how long each step took, the ways of people, and where cases stand', async () => {
    await cases.decided('granted')
    await cases.decided('granted')
    await cases.inReview()
    const mined = done(await mine())
    expect(mined).toMatchObject({ cases: 3, finished: 2, isPart: false })
    const review = mined.steps.find(({ node }) => node === 'review')
    expect(review).toMatchObject({ kind: 'task', entered: 1, open: 1, done: 0, time: null })
    expect(review?.name.en).not.toBe('review')
    expect(mined.steps.every(({ kind }) => kind !== 'gateway')).toBe(true)
    expect(mined.steps.find(({ kind, done }) => kind === 'step' && done >= 2)?.time?.count).toBeGreaterThanOrEqual(2)
    expect(mined.flows.length).toBeGreaterThan(3)
    expect(mined.ways.reduce((sum, { count }) => sum + count, 0)).toBe(2)
    expect(JSON.stringify(mined)).not.toMatch(/case_|person_/)
  })

  it('says that there is nothing for another time or service', async () => {
    for (const input of [{ from: '2020-01-01', to: '2020-02-01' }, { service: 'no-such-service' }])
      expect(await mine(input)).toMatchObject({ code: 'cases.nothing-to-mine', pointer: '/service' })
  })

  it('is for operators of the organisation', async () => {
    const input = { organisation: benefits, service: benefit, ...period }
    expect(await cases.run(mineService, input, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
