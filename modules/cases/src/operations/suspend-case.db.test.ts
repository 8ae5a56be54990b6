import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { answerTask, claimTask, completeTask, getOwnTask, getTask, suspendCase } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const order = { ground: 'income-unclear', reason: 'Which of the two incomes is right, and why?' }

describe('suspend-case', () => {
  it('stops the term by an act, asks the applicant, and moves the days of the case and of its tasks', async () => {
    const { mother, place } = await cases.inReview()
    const before = await cases.office(place)
    expect(before.mayAct?.suspend.map(({ ground }) => ground)).toEqual([
      'income-unclear',
      'waiting-for-agency',
      'decision-awaited',
    ])
    expect(before.mayAct?.extend.map(({ ground }) => ground)).toEqual(['expert-opinion', 'many-applicants'])
    const reply = done(await cases.run(suspendCase, { ...place, ...order }, worker))
    expect(reply).toMatchObject({ case: place.case, act: `${before.card.number}/2`, until: '2026-03-17' })
    await cases.settle()
    const office = await cases.office(place)
    expect(office.acts.at(-1)).toMatchObject({
      kind: 'suspension',
      grounds: ['income-unclear'],
      text: { en: order.reason },
    })
    expect(office.mayAct).toMatchObject({ suspend: [], resume: true, extend: [] })
    expect(office.card.statusText.en).toBe('Suspended')
    expect(office.deadline?.suspended).toMatchObject({ waitsFor: 'answer', until: '2026-03-17' })
    expect(office.deadline?.date).toBe(reply.deadline)
    expect(office.tasks[0]?.deadline).not.toBe(before.tasks[0]?.deadline)
    const seen = await cases.seen(place, mother.actor)
    expect(seen.timeline.map(({ text }) => text.kk).join(' ')).toMatch(/2026\sжылғы\s17\sнаурыз/)
    expect(seen.deadline?.suspended?.ground.en).toMatch(/[a-z]/)
    expect(seen.deadline?.lines.map(({ kk }) => kk).join(' ')).toContain(reply.act)
    expect(seen.card).toMatchObject({ waiting: 'applicant', status: 'in-progress' })
    expect(seen.card.yourTask).not.toBeNull()
  })

  it('lets nothing be decided until the applicant answers; then the days that stood still are added', async () => {
    const { mother, place, task } = await cases.inReview()
    const plain = (await cases.office(place)).deadline?.date ?? ''
    done(await cases.run(claimTask, task, worker))
    done(await cases.run(suspendCase, { ...place, ...order }, worker))
    await cases.settle()
    const review = {
      ...task,
      outcome: 'done',
      reason: '',
      answers: { review: { outcome: 'granted', reason: 'The employer proves it' } },
    }
    expect(await cases.run(completeTask, review, worker)).toMatchObject({ code: 'cases.case-suspended' })
    await cases.pass('P2D')
    const asked = (await cases.seen(place, mother.actor)).card.yourTask?.task ?? ''
    const form = done(await cases.run(getOwnTask, { ...place, task: asked }, mother.actor))
    expect(form.said).toMatchObject([{ label: { en: 'What we ask you' }, text: order.reason }])
    const answers = { suspensionAnswer: { text: 'The fund counted a bonus of another year' } }
    done(await cases.run(answerTask, { ...place, task: asked, answers }, mother.actor))
    await cases.settle()
    const office = await cases.office(place)
    expect(office.acts.map(({ kind }) => kind)).toEqual(['registration', 'suspension', 'resumption'])
    expect(office.deadline).toMatchObject({ suspended: null })
    expect((office.deadline?.date ?? '') > plain).toBe(true)
    expect(office.said?.map(({ text }) => text)).toEqual([answers.suspensionAnswer.text])
    expect(done(await cases.run(getTask, task, worker)).said?.map(({ text }) => text)).toEqual([
      answers.suspensionAnswer.text,
    ])
    expect(await cases.run(completeTask, review, worker)).toEqual({ case: place.case })
  })

  it('until another body answers: then the case goes on by itself', async () => {
    const mother = await cases.mother('unknown')
    const place = await cases.applied(mother)
    const wait = { ground: 'waiting-for-agency', reason: 'The tax agency has not answered yet' }
    done(await cases.run(suspendCase, { ...place, ...wait }, worker))
    expect((await cases.office(place)).deadline?.suspended?.waitsFor).toBe('agency')
    cases.speakOf(mother)
    await cases.pass('PT10S')
    const { acts, card } = await cases.seen(place, mother.actor)
    expect(acts.map(({ kind }) => kind).slice(0, 3)).toEqual(['registration', 'suspension', 'resumption'])
    expect(card.status).not.toBe('submitted')
    const office = await cases.office(place)
    expect(office.deadline?.suspended ?? null).toBeNull()
    expect(office.mayAct?.resume).toBe(false)
  })

  it('knows only listed grounds, a fit last day, one suspension at a time, and a case in progress', async () => {
    const { place } = await cases.inReview()
    const run = (input: object) => cases.run(suspendCase, { ...place, ...order, ...input }, worker)
    expect(await run({ ground: 'bad-weather' })).toMatchObject({ code: 'cases.ground-unknown', pointer: '/ground' })
    expect(await run({ until: '2026-04-01' })).toMatchObject({ code: 'cases.end-date-unfit', pointer: '/until' })
    for (const until of [undefined, '2020-01-01', '2027-01-01'])
      expect(await run({ ground: 'decision-awaited', ...(until === undefined ? {} : { until }) })).toMatchObject({
        code: 'cases.end-date-unfit',
      })
    done(await run({}))
    expect(await run({})).toMatchObject({ code: 'cases.already-suspended' })
    const { place: over } = await cases.decided('granted')
    expect(await cases.run(suspendCase, { ...over, ...order }, worker)).toMatchObject({ code: 'cases.status-unfit' })
  })

  it('is for officials of the department, not for persons', async () => {
    const { mother, place } = await cases.inReview()
    const input = { ...place, ...order }
    expect(await cases.run(suspendCase, input, cases.official('southerner'))).toMatchObject({
      code: 'cases.case-not-found',
    })
    expect(await cases.run(suspendCase, input, mother.actor)).toMatchObject({ code: 'operations.permission-missing' })
    expect(await cases.run(suspendCase, input, { ...worker, id: mother.actor.id })).toMatchObject({
      code: 'cases.own-case',
    })
  })
})
