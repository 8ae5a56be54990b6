import { describe, expect, it } from 'vitest'
import { benefit, benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { getBatch, listInstances, startBatch, stopBatch } from '../contract/index.ts'
import { reason } from '../operating.fixture.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
const { place } = await cases.inReview()
const work = { kind: 'modify' as const, service: benefit, change: { kind: 'suspend' as const } }

describe('stop-batch', () => {
  it('leaves what is not done as it is', async () => {
    const { batch } = done(await cases.run(startBatch, { organisation: benefits, work, reason }, operator))
    const wish = { organisation: benefits, batch: batch ?? '', reason }
    expect(await cases.run(stopBatch, wish, operator)).toMatchObject({
      batch: { status: 'stopped', done: 0, total: 1 },
    })
    await cases.settle()
    expect(
      done(await cases.run(getBatch, { organisation: benefits, batch: batch ?? '' }, operator)).items,
    ).toMatchObject([{ state: 'waiting' }])
    expect(done(await cases.run(listInstances, place, operator)).items[0]?.status).toBe('active')
    expect(await cases.run(stopBatch, wish, operator)).toMatchObject({ code: 'cases.batch-ended' })
  })

  it('comes too late for one that has ended', async () => {
    const { batch } = done(await cases.run(startBatch, { organisation: benefits, work, reason }, operator))
    await cases.settle()
    const wish = { organisation: benefits, batch: batch ?? '', reason }
    expect(await cases.run(stopBatch, wish, operator)).toMatchObject({ code: 'cases.batch-ended' })
  })

  it('knows no other batch, and is for operators', async () => {
    const none = { organisation: benefits, batch: 'batch_01960000-0000-7000-8000-00000000dead', reason }
    expect(await cases.run(stopBatch, none, operator)).toMatchObject({ code: 'cases.batch-not-found' })
    expect(await cases.run(stopBatch, none, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
