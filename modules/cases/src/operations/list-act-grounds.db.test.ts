import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { extendDeadline, listActGrounds, suspendCase } from '../contract/index.ts'

const cases = await casesPlatform()
const worker = cases.official('worker')
const { mother, place } = await cases.inReview()
const list = async () => done(await cases.run(listActGrounds, place, worker))

describe('list-act-grounds', () => {
  it('gives the grounds of the regulation and of the jurisdiction in words; each of them is one that is taken', async () => {
    const { suspend, extend } = await list()
    expect(suspend.map(({ id, waitsFor }) => [id, waitsFor])).toEqual([
      ['income-unclear', 'answer'],
      ['waiting-for-agency', 'agency'],
      ['decision-awaited', 'date'],
    ])
    for (const { text } of [...suspend, ...extend]) {
      expect(text.kk).toMatch(/[әіңғүұқөһ]/i)
      expect(text.ru).toMatch(/[а-я]/i)
    }
    const [ground] = extend
    const order = { ...place, ground: ground?.id ?? '', reason: 'An expert has to look at it' }
    done(await cases.run(extendDeadline, order, worker))
  })

  it('gives no ground of extension once the term was prolonged', async () => {
    expect((await list()).extend).toEqual([])
    expect((await list()).suspend.length).toBeGreaterThan(0)
    const order = { ...place, ground: 'income-unclear', reason: 'Which of the incomes is right?' }
    done(await cases.run(suspendCase, order, worker))
  })

  it('gives none where nothing is due any more', async () => {
    const decided = await cases.decided('granted')
    const grounds = await cases.run(listActGrounds, decided.place, worker)
    expect(grounds).toEqual({ suspend: [], extend: [] })
  })

  it('knows no case that there is not, and is not for persons', async () => {
    const none = { ...place, case: 'case_01960000-0000-7000-8000-00000000dead' }
    expect(await cases.run(listActGrounds, none, worker)).toMatchObject({ code: 'cases.case-not-found' })
    expect(await cases.run(listActGrounds, place, mother.actor)).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
