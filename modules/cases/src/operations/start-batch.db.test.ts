import { describe, expect, it } from 'vitest'
import { benefit, benefits, casesPlatform, done } from '../cases-platform.fixture.ts'
import {
  type BatchWork,
  getBatch,
  listIncidents,
  listInstances,
  listInterventions,
  startBatch,
} from '../contract/index.ts'
import { addVersion, broken, reason, stoppedCase } from '../operating.fixture.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
const start = (work: BatchWork, more: object = {}, actor = operator) =>
  cases.run(startBatch, { organisation: benefits, work, reason, ...more }, actor)
const outcome = async (batch: string | null) =>
  done(await cases.run(getBatch, { organisation: benefits, batch: batch ?? '' }, operator))
const atSupply: BatchWork = { kind: 'modify', service: benefit, change: { kind: 'move', node: 'review', to: 'supply' } }

describe('start-batch', () => {
  it('takes all cases of a version to another, and keeps who did it and why', async () => {
    const places = [(await cases.inReview()).place, (await cases.inReview()).place]
    addVersion(cases, 'service', benefit, '1.1.0')
    const work: BatchWork = { kind: 'migrate', service: benefit, from: '1.0.0', to: '1.1.0' }
    expect(await start(work, { preview: true })).toEqual({ batch: null, total: 2, complete: true })
    const { batch, total } = done(await start(work))
    expect(total).toBe(2)
    await cases.settle()
    expect((await outcome(batch)).batch).toMatchObject({ status: 'ended', total: 2, done: 2, refused: 0, failed: 0 })
    for (const place of places) {
      expect(done(await cases.run(listInstances, place, operator)).version).toBe('1.1.0')
      expect(done(await cases.run(listInterventions, place, operator)).items).toMatchObject([
        { kind: 'migrate', batch, official: operator.id, reason },
      ])
    }
    expect(done(await start(work)).total).toBe(0)
  })

  it('moves what stands at a node; who operates is left out where the case is their own', async () => {
    const mine = await cases.inReview()
    const { batch } = done(await start(atSupply, {}, { ...operator, id: mine.mother.actor.id }))
    await cases.settle()
    const { batch: card, items } = await outcome(batch)
    expect(card.refused).toBe(1)
    expect(card.done).toBe(card.total - 1)
    expect(items.find(one => one.case === mine.place.case)).toMatchObject({
      state: 'refused',
      code: 'cases.own-case',
      text: { en: 'Nobody decides an own case' },
    })
  })

  it('tries all incidents again', async () => {
    addVersion(cases, 'process', 'standard-service', '1.0.1', broken)
    await stoppedCase(cases)
    await stoppedCase(cases)
    const { batch, total } = done(await start({ kind: 'retry', code: 'no-flow-taken' }))
    expect(total).toBe(2)
    await cases.settle()
    expect((await outcome(batch)).batch).toMatchObject({ status: 'ended', done: 2 })
    expect(done(await cases.run(listIncidents, { organisation: benefits }, operator)).items).toHaveLength(2)
  })

  it('holds processes, lets them go on, and ends them', async () => {
    const hold = done(await start({ kind: 'modify', service: benefit, change: { kind: 'suspend' } }))
    await cases.settle()
    expect((await outcome(hold.batch)).batch.done).toBe(hold.total)
    expect(hold.total).toBeGreaterThan(2)
    const release = done(await start({ kind: 'modify', service: benefit, change: { kind: 'resume' } }))
    await cases.settle()
    expect(release.total).toBe(hold.total)
    const end = done(await start({ kind: 'cancel', service: benefit, node: 'complete' }))
    await cases.settle()
    expect((await outcome(end.batch)).batch).toMatchObject({ total: 2, done: 2 })
    expect(done(await cases.run(listIncidents, { organisation: benefits }, operator)).items).toEqual([])
  })

  it('needs a reason, a version that there is, and the role', async () => {
    const work: BatchWork = { kind: 'migrate', service: benefit, from: '1.0.0', to: '8.0.0' }
    expect(await start(work)).toMatchObject({ code: 'cases.version-not-found', pointer: '/work/to' })
    expect(await start(atSupply, { reason: ' ' })).toMatchObject({ code: 'operations.input-invalid' })
    expect(await start(atSupply, {}, cases.official('worker'))).toMatchObject({
      code: 'operations.permission-missing',
    })
  })
})
