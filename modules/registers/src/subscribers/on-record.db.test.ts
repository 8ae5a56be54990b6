import { expect, it } from 'vitest'
import { qualityPlatform } from '../quality-platform.fixture.ts'

const platform = await qualityPlatform()
const announced = async (name: string) => (await platform.listEvents(`registers.${name}`)).length

it('looks at what changed and at what is compared with it, and announces each violation once', async () => {
  const owner = await platform.add('owners', {})
  const boat = await platform.add('boats', { name: 'Ақсұңқар', owner })
  expect(await platform.violations()).toEqual([`launch-known ${boat}`])

  await platform.change('boats', boat, 1, { name: 'Ақсұңқар', owner, tons: 3 })
  expect(await platform.violations()).toEqual([`launch-known ${boat}`])
  expect(await announced('rule-broken')).toBe(1)

  const data = { name: 'Ақсұңқар', owner, launched: '2020-05-01' }
  await platform.change('boats', boat, 2, data)
  expect(await platform.violations()).toEqual([])
  expect(await platform.violations('mended')).toEqual([`launch-known ${boat}`])

  // A second one of the same name breaks the rule for both; its other name mends both.
  const other = await platform.add('boats', { ...data, name: 'АҚСҰҢҚАР' })
  expect(await platform.violations()).toEqual([`name-once ${boat}`, `name-once ${other}`].sort())
  await platform.change('boats', other, 1, { ...data, name: 'Сұңқар' })
  expect(await platform.violations()).toEqual([])

  // The record of another register that both belong to ends: before one of them was launched.
  await platform.change('owners', owner, 1, { until: '2019-01-01' })
  expect(await platform.violations()).toEqual(
    [boat, other].flatMap(one => [`owner-there ${one}`, `owner-before-launch ${one}`]).sort(),
  )
  await platform.change('owners', owner, 2, {})
  expect(await platform.violations()).toEqual([])
  expect(await announced('rule-broken')).toBe(7)
  expect(await announced('rule-kept')).toBe(7)
})
