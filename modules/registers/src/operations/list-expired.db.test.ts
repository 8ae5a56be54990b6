import { official } from '@tereze/foundation-testing'
import { isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { listExpired } from '../contract/index.ts'
import { keeper, registersPlatform } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const archivist = official({ organisation: 'transport', roles: ['archivist'] })
const old = await platform.add({ name: 'Old', status: 'built', launched: '2010-05-01' })
const due = await platform.add({ name: 'Due', status: 'built', launched: '2016-03-02' })
await platform.add({ name: 'Tomorrow', status: 'built', launched: '2016-03-03' })
await platform.add({ name: 'Endless', status: 'built' })
const list = (more: object = {}, actor = archivist) =>
  platform.run(listExpired, { organisation: 'transport', register: 'vessels', ...more }, actor)

describe('list-expired', () => {
  it('gives the records whose time is over today, in pages', async () => {
    const found = await list()
    if (isRefused(found)) throw new Error(found.code)
    expect(new Map(found.items.map(({ record, keptUntil }) => [record, keptUntil]))).toEqual(
      new Map([
        [old, '2020-05-01'],
        [due, '2026-03-02'],
      ]),
    )
    const page = await list({ limit: 1 })
    if (isRefused(page)) throw new Error(page.code)
    const rest = await list({ limit: 1, after: page.next })
    if (isRefused(rest)) throw new Error(rest.code)
    expect([...page.items, ...rest.items].map(({ record }) => record).sort()).toEqual([old, due].sort())
    expect(rest.next).toBeNull()
  })

  it('gives none where a register keeps for ever, and nothing to others', async () => {
    expect(await list({ register: 'squadrons' })).toEqual({ items: [], next: null })
    expect(await list({}, keeper)).toMatchObject({ code: 'registers.access-not-granted', params: { act: 'destroy' } })
    expect(await list({ register: 'aeroplanes' })).toMatchObject({ code: 'registers.register-not-found' })
  })
})
