import { isRefused } from '@tereze/operation'
import { expect, test } from 'vitest'
import { accessPlatform, rescuer, reviewer } from '../access-platform.fixture.ts'
import {
  beginEmergency,
  endEmergency,
  listEmergencies,
  listOwnEmergencies,
  reviewEmergency,
} from '../contract/index.ts'

const platform = await accessPlatform()
const { authoriser, clock, database } = platform
const organisation = 'social-protection'
const reason = 'A child alone at home, the parents cannot be reached'
const about = 'person_01960000-0000-7000-8000-000000000001'
const begin = (more: object = {}) =>
  platform.run(beginEmergency, { organisation, reason, minutes: 30, ...more }, rescuer)
const reading = (tenant = 'civil-registry') =>
  authoriser.decide(
    {
      actor: rescuer,
      operation: 'registers.get-record',
      permission: 'registers.record.read',
      tenant,
      input: { emergency: true },
    },
    database,
  )
const idOf = (value: unknown) => (value as { emergency: string }).emergency

test('access holds while an emergency runs, names it as its ground, and ends with it', async () => {
  expect(await reading()).toMatchObject({ allowed: false, reason: 'emergency-only (rescue)' })
  const begun = await begin({ about })
  if (isRefused(begun)) throw new Error(begun.code)
  expect(platform.audited.at(-1)).toMatchObject({
    operation: beginEmergency.name,
    subjects: [about],
    fields: [`emergency:${begun.emergency}`],
  })
  expect(await reading()).toEqual({
    allowed: true,
    reason: 'rescue',
    policyVersion: '1',
    ground: `emergency:${begun.emergency}`,
  })
  expect(await begin()).toMatchObject({ code: 'access.emergency-running' })
  clock.advance({ minutes: 31 })
  expect(await reading()).toMatchObject({ allowed: false })
  await platform.settle()
  const events = await platform.listEvents('access.emergency-begun')
  expect(events.map(({ data }) => data)).toEqual([{ emergency: begun.emergency, official: rescuer.id }])
})

test('it is given back before its time by the one who took it, and by nobody else', async () => {
  const emergency = idOf(await begin())
  expect(await platform.run(endEmergency, { organisation, emergency }, { ...rescuer, id: reviewer.id })).toMatchObject({
    code: 'access.emergency-not-found',
  })
  expect(await platform.run(endEmergency, { organisation, emergency }, rescuer)).toEqual({ emergency })
  expect(await reading()).toMatchObject({ allowed: false })
  expect(await platform.run(endEmergency, { organisation, emergency }, rescuer)).toMatchObject({
    code: 'access.emergency-not-found',
  })
})

test('it is reviewed when it is over, once, and not by the one who took it', async () => {
  clock.advance({ minutes: 1 })
  const emergency = idOf(await begin())
  const review = (actor = reviewer) =>
    platform.run(reviewEmergency, { organisation, emergency, justified: false, remark: 'There was time to ask' }, actor)
  expect(await review()).toMatchObject({ code: 'access.emergency-still-running' })
  clock.advance({ minutes: 30 })
  expect(await review({ ...reviewer, id: rescuer.id })).toMatchObject({ code: 'access.emergency-own' })
  expect(await review()).toEqual({ emergency })
  expect(await review()).toMatchObject({ code: 'access.emergency-reviewed-already' })
  const own = await platform.run(listOwnEmergencies, { organisation, limit: 1 }, rescuer)
  expect(own).toMatchObject({ items: [{ emergency, state: 'unjustified', review: { by: reviewer.id } }] })
  await platform.settle()
  const events = await platform.listEvents('access.emergency-reviewed')
  expect(events.map(({ data }) => data)).toEqual([{ emergency, official: rescuer.id, justified: false }])
})

test('the list shows what waits for a review, page by page', async () => {
  const page = async (input: object) => {
    const got = await platform.run(listEmergencies, { organisation, ...input }, reviewer)
    if (isRefused(got)) throw new Error(got.code)
    return got
  }
  const all = await page({})
  expect(all.items).toHaveLength(3)
  const first = await page({ limit: 2 })
  const rest = await page({ limit: 2, after: first.next ?? '' })
  expect([...first.items, ...rest.items]).toEqual(all.items)
  expect((await page({ unreviewed: true })).items.map(({ state }) => state)).toEqual(['over', 'over'])
  expect(platform.audited.at(-1)).toMatchObject({ operation: listEmergencies.name, subjects: [about] })
  expect((await page({ organisation: 'social-protection', after: 'nonsense' })).items).toHaveLength(3)
})
