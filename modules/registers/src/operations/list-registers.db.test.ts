import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { clerk } from '../changes-platform.fixture.ts'
import { listRegisters } from '../contract/index.ts'
import { keeper, registersPlatform } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const list = async (actor = keeper, organisation = 'transport') => {
  const found = await platform.run(listRegisters, { organisation }, actor)
  if (isRefused(found)) throw new Error('refused')
  return found.items.map(({ register, may }) => [register, may])
}

describe('list-registers', () => {
  it('gives the registers that let the reader do anything, with what', async () => {
    expect(await list(clerk)).toEqual([
      ['permits', ['see', 'request']],
      ['vessels', ['see', 'request']],
    ])
    expect((await list()).map(([register]) => register)).toEqual([
      'berths',
      'crews',
      'places',
      'sailors',
      'squadrons',
      'vessels',
    ])
  })

  it('gives nothing to others', async () => {
    expect(await list(official({ organisation: 'transport', roles: ['cook'] }))).toEqual([])
    expect(await list(official({ roles: ['keeper'] }))).toEqual([])
    expect(await list(keeper, 'health')).toEqual([])
  })

  it('gives an official of another organisation what opens for an emergency', async () => {
    const asked = { organisation: 'transport', emergency: true }
    const found = await platform.run(listRegisters, asked, official({ roles: ['case-worker'] }))
    expect(found).toMatchObject({ items: [{ register: 'vessels', may: ['see', 'search'] }] })
  })
})
