import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { extendDeadline, suspendCase } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const order = { ground: 'expert-opinion', reason: 'An accountant has to look at both reports' }

describe('extend-deadline', () => {
  it('prolongs the term by an act, as the ground of the jurisdiction says, and says so', async () => {
    const { mother, place } = await cases.inReview()
    const reply = done(await cases.run(extendDeadline, { ...place, ...order }, worker))
    expect(reply).toMatchObject({ case: place.case, deadline: '2026-03-25' })
    const seen = await cases.seen(place, mother.actor)
    expect(seen.card.deadline).toBe('2026-03-25')
    expect(seen.deadline).toMatchObject({ date: '2026-03-25', extensions: 1 })
    expect(seen.deadline?.summary.en.replaceAll('\u00a0', ' ')).toContain('prolonged by 10 working days')
    expect((await cases.office(place)).mayAct?.extend).toEqual([])
    expect(seen.acts.at(-1)).toMatchObject({ kind: 'extension', number: reply.act, text: { en: order.reason } })
  })

  it('prolongs it once, on a listed ground, not while it stands still', async () => {
    const { place } = await cases.inReview()
    const run = (input: object = {}) => cases.run(extendDeadline, { ...place, ...order, ...input }, worker)
    expect(await run({ ground: 'bad-weather' })).toMatchObject({ code: 'cases.ground-unknown' })
    done(await run())
    expect(await run()).toMatchObject({ code: 'cases.already-extended' })
    const { place: other } = await cases.inReview()
    const suspension = { ...other, ground: 'income-unclear', reason: 'Which of the two is right?' }
    done(await cases.run(suspendCase, suspension, worker))
    expect(await cases.run(extendDeadline, { ...other, ...order }, worker)).toMatchObject({
      code: 'cases.already-suspended',
    })
  })

  it('prolongs nothing that is over, decided, or another department’s', async () => {
    const { mother, place } = await cases.inReview()
    const { place: decided } = await cases.decided('granted')
    expect((await cases.office(decided)).mayAct).toEqual({ suspend: [], resume: false, extend: [], return: [] })
    expect(await cases.run(extendDeadline, { ...decided, ...order }, worker)).toMatchObject({
      code: 'cases.status-unfit',
    })
    expect(await cases.run(extendDeadline, { ...place, ...order }, cases.official('southerner'))).toMatchObject({
      code: 'cases.case-not-found',
    })
    expect(await cases.run(extendDeadline, { ...place, ...order }, mother.actor)).toMatchObject({
      code: 'operations.permission-missing',
    })
    expect((await cases.office(place)).mayAct?.extend).toHaveLength(2)
    await cases.pass('P15D')
    expect((await cases.office(place)).mayAct?.extend).toEqual([])
    expect(await cases.run(extendDeadline, { ...place, ...order }, worker)).toMatchObject({
      code: 'cases.deadline-over',
    })
  })
})
