import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { compareQuality, importRecords } from '../contract/index.ts'
import { harbourMaster, qualityPlatform } from '../quality-platform.fixture.ts'

const platform = await qualityPlatform()
const compare = async () => {
  const found = await platform.run(compareQuality, { organisation: 'transport' }, harbourMaster)
  if (isRefused(found)) throw new Error(found.code)
  return found.items
}

it('shows organisations side by side, with counts and history and no record, the unchecked ones last', async () => {
  const unchecked = { index: null, open: { error: 0, warning: 0, notice: 0 }, registers: 1, history: [] }
  expect(await compare()).toMatchObject([
    { organisation: 'shipyard', ...unchecked },
    { organisation: 'transport', ...unchecked },
  ])
  const records = ['2020-05-01', undefined, undefined, '2021-05-01'].map((launched, place) => ({
    record: `boat_01960000-0000-7000-8000-00000000000${place}`,
    data: { name: `Желкен ${place}`, ...(launched === undefined ? {} : { launched }) },
    validFrom: '2026-01-01',
  }))
  const input = { organisation: 'transport', register: 'boats', import: 'first', records }
  await platform.run(importRecords, input, harbourMaster)
  await platform.settle()
  const items = await compare()
  expect(items).toMatchObject([
    { organisation: 'transport', index: 70, open: { error: 2 }, history: [{ index: 70 }] },
    { organisation: 'shipyard', index: null },
  ])
  expect(JSON.stringify(items)).not.toContain('boat_')
})
