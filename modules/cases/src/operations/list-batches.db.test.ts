import { describe, expect, it } from 'vitest'
import { benefit, benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import { listBatches, startBatch } from '../contract/index.ts'
import { reason } from '../operating.fixture.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
const list = async (more: object = {}) =>
  done(await cases.run(listBatches, { organisation: benefits, ...more }, operator))

describe('list-batches', () => {
  it('is empty at first', async () => {
    expect(await list()).toEqual({ items: [], next: null })
  })

  it('gives the newest first, in words, page after page', async () => {
    for (const kind of ['suspend', 'resume'] as const) {
      const work = { kind: 'modify' as const, service: benefit, change: { kind } }
      done(await cases.run(startBatch, { organisation: benefits, work, reason }, operator))
      await cases.pass('PT1M')
    }
    const { items, next } = await list({ limit: 1 })
    expect(items).toMatchObject([
      { status: 'ended', total: 0, text: { en: 'Let go on: “Monthly child benefit for families with low income”' } },
    ])
    const rest = await list({ limit: 1, after: next ?? '' })
    expect(rest).toMatchObject({
      items: [{ text: { en: 'Hold: “Monthly child benefit for families with low income”' } }],
      next: null,
    })
  })

  it('is for operators of the organisation', async () => {
    expect(await cases.run(listBatches, { organisation: benefits }, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
