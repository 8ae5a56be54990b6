import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { importRecords, listUpkeep } from '../contract/index.ts'
import { harbourMaster, qualityPlatform } from '../quality-platform.fixture.ts'

const platform = await qualityPlatform()
const place = { organisation: 'transport', register: 'boats' }
const load = (register: string, record: string, data: Record<string, unknown>) =>
  platform.run(
    importRecords,
    { organisation: 'transport', register, import: record, records: [{ record, data, validFrom: '2026-01-01' }] },
    harbourMaster,
  )

it('checks a register from the beginning when it, or one that its rules look at, is loaded', async () => {
  const owner = 'owner_01960000-0000-7000-8000-000000000001'
  const boat = 'boat_01960000-0000-7000-8000-000000000002'
  await load('boats', boat, { name: 'Тайпан', owner, launched: '2020-05-01' })
  expect(await platform.violations()).toEqual([`owner-there ${boat}`])
  await load('owners', owner, {})
  expect(await platform.violations()).toEqual([])
  const upkeep = await platform.run(listUpkeep, place, harbourMaster)
  if (isRefused(upkeep)) throw new Error(upkeep.code)
  expect(upkeep.items.map(({ key, state }) => `${key.split(':')[0]} ${state}`).sort()).toEqual([
    'day done',
    'load done',
    'load done',
  ])
})
