import { isRefused } from '@tereze/operation'
import { expect, it } from 'vitest'
import { importRecords, listQuality } from '../contract/index.ts'
import { harbourMaster, qualityPlatform } from '../quality-platform.fixture.ts'

const platform = await qualityPlatform()
const list = async (organisation = 'transport') => {
  const found = await platform.run(listQuality, { organisation }, harbourMaster)
  if (isRefused(found)) throw new Error(found.code)
  return found
}

it('shows the index of an organisation and of its registers; what is loaded is checked', async () => {
  expect(await list()).toMatchObject({
    index: null,
    history: [],
    items: [{ register: 'boats', index: null, rules: 5 }],
  })
  const records = ['2020-05-01', undefined, undefined, '2021-05-01'].map((launched, place) => ({
    record: `boat_01960000-0000-7000-8000-00000000000${place}`,
    data: { name: `Желкен ${place}`, ...(launched === undefined ? {} : { launched }) },
    validFrom: '2026-01-01',
  }))
  await platform.run(
    importRecords,
    { organisation: 'transport', register: 'boats', import: 'first', records },
    harbourMaster,
  )
  await platform.settle()
  expect(await list()).toMatchObject({
    // Half of four errors are broken, four warnings hold: 12 + 8 of weight, 6 broken.
    index: 70,
    history: [{ index: 70 }],
    items: [{ register: 'boats', index: 70, open: { error: 2, warning: 0, notice: 0 }, history: [{ index: 70 }] }],
  })
  expect(await list('registry')).toEqual({ index: null, history: [], items: [] })
})
