import { listOwnMessages } from '@tereze/notifications/contract'
import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { requestInformation, returnApplication } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const order = { ground: 'contradicts-itself', reason: 'The two incomes contradict each other: say which is right' }

describe('return-application', () => {
  it('closes the case by an act with its ground, ends all work on it, and tells the applicant what to put right', async () => {
    const { mother, place, task } = await cases.inReview()
    const before = await cases.office(place)
    expect(before.mayAct?.return?.map(({ ground }) => ground)).toEqual(['unreadable', 'contradicts-itself'])
    const text = 'Which of the two sums did your employer pay?'
    done(await cases.run(requestInformation, { ...task, text, suspend: 'income-unclear' }, worker))
    await cases.settle()
    done(await cases.run(returnApplication, { ...place, ...order }, worker))
    await cases.settle()
    const office = await cases.office(place)
    expect(office.card).toMatchObject({ status: 'closed', outcome: 'discontinued', waiting: null })
    expect(office.acts.at(-1)).toMatchObject({
      kind: 'return',
      grounds: ['contradicts-itself'],
      ground: 'act:administrative-procedure/21.3',
      signatory: worker.id,
      text: { en: order.reason },
    })
    expect(office.tasks).toEqual([])
    expect(office.mayAct).toMatchObject({ suspend: [], extend: [], return: [] })
    expect((await cases.seen(place, mother.actor)).card.yourTask).toBeNull()
    const messages = done(await cases.run(listOwnMessages, { person: mother.actor.id }, mother.actor))
    expect(JSON.stringify(messages)).toContain(order.reason)
    await cases.pass('P60D')
    expect((await cases.office(place)).acts.at(-1)?.kind).toBe('return')
  })

  it('knows only listed grounds, a case that is not decided, and the case as it was seen', async () => {
    const { place } = await cases.inReview()
    const run = (input: object) => cases.run(returnApplication, { ...place, ...order, ...input }, worker)
    expect(await run({ ground: 'income-unclear' })).toMatchObject({ code: 'cases.ground-unknown', pointer: '/ground' })
    expect(await run({ revision: 1 })).toMatchObject({ code: 'cases.changed-meanwhile', pointer: '/revision' })
    const { place: over } = await cases.decided('granted')
    expect(await cases.run(returnApplication, { ...over, ...order }, worker)).toMatchObject({
      code: 'cases.status-unfit',
    })
  })

  it('is for officials of the department, not for persons, and not in an own case', async () => {
    const { mother, place } = await cases.inReview()
    const input = { ...place, ...order }
    expect(await cases.run(returnApplication, input, cases.official('southerner'))).toMatchObject({
      code: 'cases.case-not-found',
    })
    expect(await cases.run(returnApplication, input, mother.actor)).toMatchObject({
      code: 'operations.permission-missing',
    })
    expect(await cases.run(returnApplication, input, { ...worker, id: mother.actor.id })).toMatchObject({
      code: 'cases.own-case',
    })
  })
})
