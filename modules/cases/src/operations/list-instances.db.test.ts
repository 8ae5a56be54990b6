import { describe, expect, it } from 'vitest'
import { casesPlatform, done } from '../cases-platform.fixture.ts'
import { listInstances } from '../contract/index.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
const { mother, place, task } = await cases.inReview()

describe('list-instances', () => {
  it('tells where the process stands, and where a token may be put by hand', async () => {
    const { items, number } = done(await cases.run(listInstances, place, operator))
    expect(number).toBe((await cases.seen(place, mother.actor)).card.number)
    expect(items).toMatchObject([
      {
        kind: 'service',
        process: 'standard-service',
        status: 'active',
        tokens: [{ token: task.task, place: { node: 'review' }, doing: 'task', incident: null }],
      },
    ])
    const targets = items[0]?.targets.map(({ node }) => node) ?? []
    expect(targets).toEqual(expect.arrayContaining(['review', 'supply', 'request-facts', 'eligibility']))
    for (const act of ['decide', 'register', 'discontinue', 'order-payments', 'write-records'])
      expect(targets).not.toContain(act)
  })

  it('has nothing of a case that has ended', async () => {
    const ended = await cases.decided('granted')
    expect(done(await cases.run(listInstances, ended.place, operator)).items).toEqual([])
  })

  it('is for operators of the organisation, and knows no case of another', async () => {
    expect(await cases.run(listInstances, place, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
    const none = { ...place, case: 'case_01960000-0000-7000-8000-00000000dead' }
    expect(await cases.run(listInstances, none, operator)).toMatchObject({ code: 'cases.case-not-found' })
  })
})
