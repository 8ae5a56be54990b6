import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { destroyRecord, listViolations } from '../contract/index.ts'
import { harbourMaster, qualityPlatform } from '../quality-platform.fixture.ts'

const platform = await qualityPlatform()
const place = { organisation: 'transport', register: 'boats' }
const list = async (more: object = {}) => {
  const found = await platform.run(listViolations, { ...place, ...more }, harbourMaster)
  if (isRefused(found)) throw new Error(found.code)
  return found
}

it('lists by rule, severity, state and record, the newest first, in pages; what is destroyed is mended', async () => {
  const old = await platform.add('boats', { name: 'Ескі', launched: '2001-05-01', surveyed: '2002-01-01' })
  const boats = [await platform.add('boats', { name: 'Тұлпар' }), await platform.add('boats', { name: 'Тұлпар' })]
  await platform.settle()
  expect((await list()).items).toHaveLength(5)
  expect((await list({ rule: 'name-once' })).items.map(({ record }) => record).sort()).toEqual(boats)
  expect((await list({ severity: 'notice' })).items).toMatchObject([
    { record: old, rule: 'survey-in-time', case: null },
  ])
  expect((await list({ record: boats[0] })).items.map(({ rule }) => rule).sort()).toEqual(['launch-known', 'name-once'])
  expect((await list({ words: 'SURVEY' })).items.map(({ record }) => record)).toEqual([old])
  expect((await list({ words: 'elephant' })).items).toEqual([])
  expect((await list({ words: boats[1] })).items).toHaveLength(2)
  const page = await list({ limit: 3 })
  const rest = await list({ limit: 3, after: page.next })
  expect([page.items.length, rest.items.length, rest.next]).toEqual([3, 2, null])

  const given = { ...place, record: old, version: 1, ground: 'act:ships/11', reason: 'kept long enough' }
  expect(await platform.run(destroyRecord, given as never, harbourMaster)).not.toHaveProperty('code')
  await platform.settle()
  expect((await list({ severity: 'notice' })).items).toEqual([])
  expect((await list({ severity: 'notice', state: 'mended' })).items).toMatchObject([{ record: old }])
})
