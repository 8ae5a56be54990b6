import { describe, expect, it } from 'vitest'
import { benefit, casesPlatform, done } from '../cases-platform.fixture.ts'
import {
  listIncidents,
  listInstances,
  listInterventions,
  migrateCase,
  modifyInstance,
  retryIncident,
} from '../contract/index.ts'
import { addVersion, broken, reason, renamed, stoppedCase } from '../operating.fixture.ts'

const cases = await casesPlatform()
const operator = cases.official('operator')
const worker = cases.official('worker')
addVersion(cases, 'service', benefit, '1.1.0')
const granted = { review: { outcome: 'granted', reason: 'The employer proves the sum' } }

describe('migrate-case', () => {
  it('takes a case to another version: the same task in its new place, done as before', async () => {
    const { mother, place, task } = await cases.inReview()
    addVersion(cases, 'process', 'standard-service', '1.2.0', renamed)
    expect(await cases.run(migrateCase, { ...place, to: '1.1.0', reason }, operator)).toMatchObject({
      code: 'cases.migration-impossible',
      params: { problem: 'node-missing', node: 'review' },
    })
    const before = (await cases.office(place)).tasks
    const wish = { ...place, to: '1.1.0', mapping: { review: 'look' }, reason }
    expect(await cases.run(migrateCase, wish, operator)).toEqual({ case: place.case, from: '1.1.0', to: '1.1.0' })
    expect(done(await cases.run(listInstances, place, operator)).items).toMatchObject([
      { process: 'standard-service', version: '1.2.0', tokens: [{ token: task.task, place: { node: 'look' } }] },
    ])
    expect((await cases.office(place)).tasks.map(one => [one.task, one.deadline])).toEqual(
      before.map(one => [one.task, one.deadline]),
    )
    expect((await cases.seen(place, mother.actor)).timeline[0]?.text.en).toBe(
      'Your case goes on under a new edition of the service',
    )
    await cases.complete(task, worker, granted)
    expect((await cases.seen(place, mother.actor)).card).toMatchObject({ status: 'delivered', outcome: 'granted' })
  })

  it('mends a case that a wrong model has stopped: to the mended version, and again', async () => {
    addVersion(cases, 'process', 'standard-service', '1.3.0', broken)
    const { mother, place, incident } = await stoppedCase(cases)
    addVersion(cases, 'process', 'standard-service', '1.4.0')
    done(await cases.run(migrateCase, { ...place, to: '1.1.0', reason }, operator))
    expect(done(await cases.run(listIncidents, { organisation: place.organisation }, operator)).items).toHaveLength(1)
    expect(await cases.run(retryIncident, { ...place, incident, reason }, operator)).toMatchObject({ resolved: true })
    await cases.settle()
    expect((await cases.seen(place, mother.actor)).card.status).toBe('delivered')
    const { items } = done(await cases.run(listInterventions, place, operator))
    expect(items.map(({ kind, element }) => [kind, element])).toEqual([
      ['migrate', '1.1.0 → 1.1.0'],
      ['retry', 'complete'],
    ])
  })

  it('takes the version of the service along, so that its rules are those of the new one', async () => {
    const { place } = await cases.inReview()
    addVersion(cases, 'service', benefit, '1.5.0')
    expect(await cases.run(migrateCase, { ...place, to: '1.5.0', reason }, operator)).toMatchObject({ to: '1.5.0' })
    expect(done(await cases.run(listInstances, place, operator)).version).toBe('1.5.0')
  })

  it('keeps terms that run', async () => {
    const { place } = await cases.inReview()
    const task = await cases.taskOf(place)
    const { items } = done(await cases.run(listInstances, place, operator))
    const move = { kind: 'move' as const, token: task.task, to: 'supply' }
    done(
      await cases.run(modifyInstance, { ...place, instance: items[0]?.instance ?? '', change: move, reason }, operator),
    )
    done(await cases.run(migrateCase, { ...place, to: '1.5.0', reason }, operator))
    await cases.pass('P20D')
    expect((await cases.office(place)).card).toMatchObject({ status: 'closed', outcome: 'discontinued' })
  })

  it('knows no other version, no ended case, no own case, no other role', async () => {
    const { mother, place } = await cases.inReview()
    const wish = { ...place, to: '1.1.0', reason }
    expect(await cases.run(migrateCase, { ...wish, to: '7.0.0' }, operator)).toMatchObject({
      code: 'cases.version-not-found',
    })
    expect(await cases.run(migrateCase, wish, { ...operator, id: mother.actor.id })).toMatchObject({
      code: 'cases.own-case',
    })
    expect(await cases.run(migrateCase, wish, worker)).toMatchObject({ code: 'operations.permission-missing' })
    const ended = await cases.decided('granted')
    expect(await cases.run(migrateCase, { ...wish, ...ended.place }, operator)).toMatchObject({
      code: 'cases.status-unfit',
    })
  })
})
