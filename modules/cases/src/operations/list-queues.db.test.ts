import { describe, expect, it } from 'vitest'
import { benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { listQueues } from '../contract/index.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
const queues = async () => done(await cases.run(listQueues, { organisation: benefits }, operator))

describe('list-queues', () => {
  it('is empty where nothing waits', async () => {
    expect(await queues()).toMatchObject({ queues: [], stuck: 0 })
  })

  it('counts what waits, and how often it was tried', async () => {
    await cases.applied(await cases.mother('unknown'))
    const before = await queues()
    expect(before.queues).toHaveLength(1)
    expect(before.queues[0]).toMatchObject({
      kind: 'facts',
      title: { en: 'Questions to other bodies' },
      waiting: 1,
      due: 0,
    })
    expect(before.queues[0]?.attempts).toBeGreaterThan(0)
  })

  it('is for operators of the organisation', async () => {
    expect(await cases.run(listQueues, { organisation: benefits }, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
