import { describe, expect, it } from 'vitest'
import { benefit, benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { getBatch, listInterventions, startBatch } from '../contract/index.ts'
import { reason } from '../operating.fixture.ts'
import { workBatches } from './work-batches.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
const parts = cases.platform.runner.jobContext(workBatches.name)

describe('work-batches', () => {
  it('does each case once though several nodes work, and one of them dies at a case', async () => {
    const places = []
    for (let count = 0; count < 6; count++) places.push((await cases.inReview()).place)
    const work = { kind: 'modify' as const, service: benefit, change: { kind: 'suspend' as const } }
    const { batch } = done(await cases.run(startBatch, { organisation: benefits, work, reason }, operator))
    let fell = false
    const dying: typeof parts = {
      ...parts,
      write: (tenant, work) =>
        parts.write(tenant, async context => {
          const value = await work(context)
          if (fell || value !== true) return value
          fell = true
          throw new Error('the node died before it committed')
        }),
    }
    const died = {
      ...dying,
      write: ((tenant, work) =>
        fell ? Promise.reject(new Error('dead')) : dying.write(tenant, work)) as typeof parts.write,
    }
    await Promise.allSettled([workBatches.run(died), workBatches.run(parts), workBatches.run(parts)])
    await cases.settle()
    expect(fell).toBe(true)
    const { batch: card } = done(await cases.run(getBatch, { organisation: benefits, batch: batch ?? '' }, operator))
    expect(card).toMatchObject({ status: 'ended', total: 6, done: 6, refused: 0, failed: 0 })
    for (const place of places) expect(done(await cases.run(listInterventions, place, operator)).items).toHaveLength(1)
  })
})
