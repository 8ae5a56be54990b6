import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { changesPlatform, chief, clerk, otherClerk } from '../changes-platform.fixture.ts'
import { listChanges } from '../contract/index.ts'

const { platform, asked, approve, data, place } = await changesPlatform()
const record = await platform.add(data)
const first = await asked({ record, version: 1, data: { ...data, name: 'Bea' } })
platform.clock.advance({ minutes: 1 })
const second = await asked({ data: { name: 'New', status: 'built' } }, otherClerk)
await approve(first)
const list = async (more: object = {}, actor = chief) => {
  const found = await platform.run(listChanges, { ...place, ...more }, actor)
  return isRefused(found) ? found.code : found.items.map(({ change }) => change)
}

describe('list-changes', () => {
  it('gives those who decide all of them, newest first, by state and record', async () => {
    expect(await list()).toEqual([second, first])
    expect(await list({ state: 'waiting' })).toEqual([second])
    expect(await list({ record })).toEqual([first])
  })

  it('gives those who ask their own', async () => {
    expect(await list({}, clerk)).toEqual([first])
    expect(await list({}, otherClerk)).toEqual([second])
  })

  it('gives pages', async () => {
    const page = await platform.run(listChanges, { ...place, limit: 1 }, chief)
    expect(page).toMatchObject({ items: [{ change: second, state: 'waiting' }], next: second })
    expect(await list({ limit: 1, after: second })).toEqual([first])
  })

  it('refuses who neither asks nor decides, and a register that is not there', async () => {
    expect(await list({}, official({ organisation: 'transport', roles: ['pilot'] }))).toBe(
      'registers.access-not-granted',
    )
    expect(await list({ register: 'aeroplanes' })).toBe('registers.register-not-found')
  })
})
