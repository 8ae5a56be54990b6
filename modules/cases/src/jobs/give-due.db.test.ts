import { rows, sql } from '@tereze/foundation-database'
import { expect, it } from 'vitest'
import { casesPlatform, type Place } from '../cases-platform.fixture.ts'
import { line, ownProcesses } from '../own-processes.fixture.ts'
import { lockCase } from '../store/cases.ts'
import { listIncidents } from '../store/records.ts'
import { retryWork } from '../store/work.ts'
import { fireTimers } from './give-due.ts'

const statements: string[] = []
const cases = await casesPlatform(statement => void statements.push(statement))
const own = ownProcesses(cases)
const { database, runner } = cases.platform
const wait = (delay: string) =>
  `<bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration>${delay}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>`
const look = ['look', '<bpmn:userTask id="look" tereze:role="case-worker"/>'] as const
own.publish('waits', line(['wait', wait('PT1H')], look))
own.publish('waits-no-more', line(['wait', wait('PT0S')], look))
const fire = () => fireTimers.run(runner.jobContext('cases.fire-timers'))
const workOf = (place: Place) =>
  rows(
    database,
    sql<{ id: string; failed: boolean }>`select id, failed_at is not null as failed from cases.work
    where tenant = ${place.organisation} and case_id = ${place.case} and kind <> 'closing'`,
  )
const decided = async () => (await cases.decided('granted')).place

it('fires the timers of several cases in one transaction of few statements', async () => {
  const places = [await decided(), await decided(), await decided()]
  const instances = []
  for (const place of places) instances.push(await own.start(place, 'waits-no-more'))
  statements.length = 0
  expect(await fire()).toBe(3)
  expect(statements.filter(text => text.includes('cases.'))).toHaveLength(3)
  for (const [index, place] of places.entries()) {
    expect(await own.waitsAt(place, instances[index] ?? '')).toEqual(['look'])
    expect(await workOf(place)).toEqual([])
  }
})

it('does not wait for a case that somebody moves, and fires its timer afterwards', async () => {
  const [busy, free] = [await decided(), await decided()]
  const waiting = await own.start(busy, 'waits-no-more')
  const other = await own.start(free, 'waits-no-more')
  await database.transaction(busy.organisation, async tx => {
    await lockCase(tx, busy.case)
    expect(await fire()).toBe(1)
  })
  expect(await own.waitsAt(busy, waiting)).toEqual(['wait'])
  expect(await own.waitsAt(free, other)).toEqual(['look'])
  expect(await fire()).toBe(1)
  expect(await own.waitsAt(busy, waiting)).toEqual(['look'])
})

it('reports a timer that always throws after some tries, holds nobody else up, and fires it when somebody has mended it', async () => {
  own.publish('throws', line(['wait', wait('PT1H')], ['x', '<bpmn:serviceTask id="x" tereze:step="nonsense"/>'], look))
  const [bad, good] = [await decided(), await decided()]
  const broken = await own.start(bad, 'throws')
  const whole = await own.start(good, 'waits')
  await expect(cases.pass('PT2H')).rejects.toThrow(/nonsense/)
  expect(await own.waitsAt(good, whole)).toEqual(['look'])
  expect(await own.waitsAt(bad, broken)).toEqual(['wait'])
  const [work, ...more] = await workOf(bad)
  expect([work?.failed, more.length]).toEqual([true, 0])
  expect(await listIncidents(database, bad.organisation, bad.case)).toEqual([{ node: 'wait', code: 'job-failed' }])
  expect(await fire()).toBe(0)
  own.publish('throws', line(['wait', wait('PT1H')], look))
  const retry = () => database.transaction(bad.organisation, tx => retryWork(tx, work?.id ?? '', new Date(cases.now())))
  expect([await retry(), await retry()]).toEqual([true, false])
  expect(await listIncidents(database, bad.organisation, bad.case)).toEqual([])
  expect(await fire()).toBe(1)
  expect(await own.waitsAt(bad, broken)).toEqual(['look'])
  expect(await workOf(bad)).toEqual([])
})
