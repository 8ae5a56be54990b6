import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { resumeCase, suspendCase } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const order = { ground: 'income-unclear', reason: 'Which of the two incomes is right, and why?' }

describe('resume-case', () => {
  it('ends a suspension by an act before its end; what waited for it waits no more', async () => {
    const { mother, place } = await cases.inReview()
    const plain = (await cases.office(place)).deadline?.date
    done(await cases.run(suspendCase, { ...place, ...order }, worker))
    await cases.settle()
    const resumed = done(await cases.run(resumeCase, { ...place, reason: 'She proved it at the counter' }, worker))
    expect(resumed.deadline).toBe(plain)
    await cases.settle()
    const seen = await cases.seen(place, mother.actor)
    expect(seen.card).toMatchObject({ yourTask: null, waiting: null, deadline: plain })
    expect(seen.acts.at(-1)).toMatchObject({ kind: 'resumption', number: resumed.act })
    await cases.pass('P20D')
    expect((await cases.seen(place, mother.actor)).card.status).toBe('in-progress')
  })

  it('ends only what is suspended', async () => {
    const { mother, place } = await cases.inReview()
    const input = { ...place, reason: 'There is nothing to wait for' }
    expect(await cases.run(resumeCase, input, worker)).toMatchObject({ code: 'cases.not-suspended' })
    expect(await cases.run(resumeCase, input, mother.actor)).toMatchObject({ code: 'operations.permission-missing' })
  })
})
