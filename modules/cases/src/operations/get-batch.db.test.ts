import { describe, expect, it } from 'vitest'
import { benefit, benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { getBatch, startBatch } from '../contract/index.ts'
import { reason } from '../operating.fixture.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
await cases.inReview()
await cases.inReview()
const work = {
  kind: 'modify' as const,
  service: benefit,
  change: { kind: 'move' as const, node: 'review', to: 'nowhere' },
}
const { batch } = done(await cases.run(startBatch, { organisation: benefits, work, reason }, operator))
const get = async (more: object = {}) =>
  done(await cases.run(getBatch, { organisation: benefits, batch: batch ?? '', ...more }, operator))

describe('get-batch', () => {
  it('shows what waits before anything is done', async () => {
    const { batch: card, items } = await get()
    expect(card).toMatchObject({ status: 'running', total: 2, done: 0, refused: 0, failed: 0, endedAt: null })
    expect(items.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  })

  it('shows what became of each case, page after page and by state', async () => {
    await cases.settle()
    const { batch: card, items, next } = await get({ limit: 1 })
    expect(card).toMatchObject({ status: 'ended', refused: 2, done: 0 })
    expect(items).toMatchObject([{ ordinal: 1, state: 'refused', code: 'cases.modification-impossible' }])
    expect((await get({ limit: 1, after: next ?? '' })).items).toMatchObject([{ ordinal: 2 }])
    expect((await get({ state: 'done' })).items).toEqual([])
    expect((await get({ state: 'refused' })).items).toHaveLength(2)
  })

  it('knows no other batch, and is for operators', async () => {
    const none = { organisation: benefits, batch: 'batch_01960000-0000-7000-8000-00000000dead' }
    expect(await cases.run(getBatch, none, operator)).toMatchObject({ code: 'cases.batch-not-found' })
    expect(await cases.run(getBatch, none, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
