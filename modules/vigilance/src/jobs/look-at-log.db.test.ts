import { expect, test } from 'vitest'
import { getOverview, watchPerson } from '../contract/index.ts'
import type { SignInTravel } from '../ports/sign-in-travels.ts'
import { clerk, organisation, somebody, vigilancePlatform } from '../vigilance-platform.fixture.ts'
import { lookAtLog } from './look-at-log.ts'

const travels = new Map<string, SignInTravel>()
const platform = await vigilancePlatform({ travels })
const { newLine, look, must, clock } = platform
const reading = (n: number) => newLine({ subjects: [somebody(n)] })

test('one alert for each actor, rule and window, with its lines; what follows is counted on; nobody is named', async () => {
  const lines = [reading(1), reading(1), reading(2), reading(3), reading(4)]
  const [incident, ...others] = await look(...lines)
  expect(others).toEqual([])
  expect(incident).toMatchObject({ rule: 'many', severity: 'high', actor: clerk.id, actorKind: 'official', count: 4 })
  clock.advance({ minutes: 30 })
  expect(await look(reading(5), reading(6))).toMatchObject([{ incident: incident?.incident, count: 6 }])
  clock.advance({ minutes: 40 })
  expect(await look(reading(7), reading(8), reading(9))).toMatchObject([{ count: 3 }, { count: 6 }])
  const kept = await platform.database.snapshot(({ client }) =>
    client.query('select i::text, w.state::text from vigilance.incidents i, vigilance.windows w'),
  )
  expect(JSON.stringify(kept.rows)).not.toMatch(/person_/)
  const announced = await platform.listEvents('vigilance.incident-raised')
  expect(announced.map(({ data }) => data)).toMatchObject([{ rule: 'many', severity: 'high' }, { rule: 'many' }])
})

test('lines are counted once, however often and on however many nodes the job runs', async () => {
  clock.advance({ days: 1 })
  const before = (await look()).length
  await look(reading(20), reading(21))
  const context = platform.runner.jobContext('vigilance.look-at-log')
  await Promise.all([lookAtLog.run(context), lookAtLog.run(context), lookAtLog.run(context)])
  expect(await look()).toHaveLength(before)
  const { looked } = await must(getOverview, { organisation })
  expect(looked.lines).toBe(looked.of)
  expect(await look(reading(22))).toHaveLength(before + 1)
})

test('a protected person may be looked at by whom has work with them, and by nobody else', async () => {
  clock.advance({ days: 1 })
  await must(watchPerson, { organisation, person: somebody(40), reason: 'Known from the stage' })
  const found = async () => (await look()).filter(({ rule }) => rule === 'protected')
  await look(newLine({ operation: 'cases.open-case', subjects: [somebody(40)] }))
  await look(reading(40))
  expect(await found()).toEqual([])
  clock.advance({ days: 31 })
  await look(reading(40))
  expect(await found()).toMatchObject([{ actor: clerk.id, count: 1 }])
})

test('lines of long ago raise nothing', async () => {
  const before = (await look()).length
  const time = new Date(clock.now().getTime() - 8 * 24 * 60 * 60_000).toISOString()
  const old = [50, 51, 52].map(n => newLine({ time, subjects: [somebody(n)] }))
  expect(await look(...old)).toHaveLength(before)
})

test('a sign-in too far from the one before is found by the journey that its line leads to', async () => {
  clock.advance({ days: 1 })
  const signIn = () => newLine({ operation: 'identity.finish-sign-in', subjects: [clerk.id] })
  const [far, near, unknown] = [signIn(), signIn(), signIn()]
  travels.set(far.correlation, { kilometres: 1100, minutes: 20 }).set(near.correlation, { kilometres: 50, minutes: 20 })
  const found = async () => (await look()).filter(({ rule }) => rule === 'travel')
  await look(near, unknown)
  expect(await found()).toEqual([])
  await look(far)
  expect(await found()).toMatchObject([{ actor: clerk.id, count: 1 }])
})
