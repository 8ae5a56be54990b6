import type { PackageSet } from '@tereze/catalogue'
import { packages } from '@tereze/catalogue/contract'
import { rows, sql } from '@tereze/foundation-database'
import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { checkQuality, getQuality, listUpkeep } from '../contract/index.ts'
import type { Quality } from '../definition/quality.ts'
import { registers } from '../index.ts'
import { harbourMaster, qualityPlatform } from '../quality-platform.fixture.ts'

const platform = await qualityPlatform()
const place = { organisation: 'transport', register: 'boats' }
const check = () => platform.run(checkQuality, place, harbourMaster)
const rules = async () => {
  const found = await platform.run(getQuality, place, harbourMaster)
  if (isRefused(found)) throw new Error(found.code)
  return found
}

it('checks every day, and when asked, one at a time; what only time breaks is found then', async () => {
  const data = { name: 'Қыран', launched: '2020-05-01', surveyed: '2025-06-01' }
  const boat = await platform.add('boats', data)
  expect(await platform.violations()).toEqual([])
  const first = await rules()
  expect(first).toMatchObject({ index: 100, check: { state: 'done', done: 1, total: 1 } })
  expect(first.rules.map(({ rule, applies }) => [rule, applies])).toEqual([
    ['launch-known', 1],
    ['name-once', 1],
    // Nothing that it could be compared with: the boat has no owner.
    ['owner-there', 0],
    ['survey-in-time', 1],
    ['owner-before-launch', 0],
  ])

  platform.clock.advance({ days: 120 })
  expect(await platform.violations()).toEqual([`survey-in-time ${boat}`])
  // 1 of 3 + 2 + 1: an error, a warning and a notice apply.
  expect((await rules()).index).toBe(83.3)
  expect((await rules()).history).toHaveLength(1)
  platform.clock.advance({ days: 1 })
  await platform.settle()
  expect((await rules()).history.map(({ index }) => index)).toEqual([83.3, 83.3])

  expect(await check()).toMatchObject({ work: 'quality' })
  expect(await check()).toMatchObject({ code: 'registers.check-under-way' })
  await platform.settle()
  const upkeep = await platform.run(listUpkeep, place, harbourMaster)
  if (isRefused(upkeep)) throw new Error(upkeep.code)
  expect(upkeep.items.map(({ work, state }) => `${work} ${state}`)).toEqual(Array(4).fill('quality done'))
  expect(await platform.run(checkQuality, { ...place, register: 'owners' }, harbourMaster)).toMatchObject({
    code: 'registers.quality-undeclared',
  })
})

it('announces a check that fails or is not through in a day, once, and that it is made up for', async () => {
  const job = platform.runner.jobContext('tests')
  const all = job.ports.get(packages) as PackageSet
  const sound = all.get('register', 'boats')
  const announced = async () =>
    (
      await rows(
        platform.database,
        sql<{
          type: string
          data: { why?: string }
        }>`select type, data from events.outbox where type like 'registers.check-%' order by id`,
      )
    ).map(({ type, data }) => `${type} ${data.why ?? ''}`.trim())
  const broken = structuredClone(sound.json.get('quality.json')) as unknown as Quality
  for (const rule of broken.rules) if (rule.exists) Object.assign(rule.exists, { register: 'sunk' })
  const version = (number: string, quality: unknown) =>
    all.add({
      ...sound,
      version: number,
      hash: number,
      json: new Map(sound.json).set('quality.json', quality as never),
    })

  version('1.0.1', broken)
  for (const again of [1, 2]) {
    platform.clock.advance({ days: again })
    await platform.settle().catch(() => undefined)
  }
  expect((await rules()).check?.state).toBe('failed')
  expect(await announced()).toEqual(['registers.check-missed failed'])

  version('1.0.2', sound.json.get('quality.json'))
  platform.clock.advance({ days: 1 })
  await platform.settle()
  expect((await rules()).check?.state).toBe('done')
  expect(await announced()).toEqual(['registers.check-missed failed', 'registers.check-made-up'])

  // One that stands still: nobody does its portions.
  platform.clock.advance({ hours: 1 })
  expect(await check()).toMatchObject({ work: 'quality' })
  platform.clock.advance({ days: 2 })
  for (const one of registers.jobs) if (one.name === 'registers.begin-checks') await one.run(job)
  expect((await announced()).slice(2)).toEqual(['registers.check-missed late'])
  await platform.settle()
  expect((await announced()).slice(3)).toEqual(['registers.check-made-up'])
})
