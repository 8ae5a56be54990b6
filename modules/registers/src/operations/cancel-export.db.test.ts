import { rows, sql } from '@tereze/foundation-database'
import { official } from '@tereze/foundation-testing'
import { describe, expect, it } from 'vitest'
import { beginExport, cancelExport } from '../contract/index.ts'
import { done } from '../imports-platform.fixture.ts'
import { keeper, owner, registersPlatform } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const place = { organisation: 'transport' }
const another = official({ id: owner(9).replace('person', 'official'), organisation: 'transport', roles: ['keeper'] })
const begin = async () =>
  done(await platform.run(beginExport, { ...place, register: 'vessels', where: { port: 'x' }, format: 'csv' }, keeper))
const kept = () => rows(platform.database, sql`select from registers.exports`)

describe('cancel-export', () => {
  it('gives an own file up, and forgets what was searched for', async () => {
    const { export: id } = await begin()
    expect(await platform.run(cancelExport, { ...place, export: id }, another)).toMatchObject({
      code: 'registers.export-not-found',
    })
    expect(await platform.run(cancelExport, { ...place, export: id }, keeper)).toEqual({ count: 0 })
    expect(platform.audited.at(-1)).toMatchObject({
      operation: 'registers.cancel-export',
      fields: ['register:vessels', 'records:0'],
    })
    expect(await kept()).toEqual([])
    expect(await platform.run(cancelExport, { ...place, export: id }, keeper)).toMatchObject({
      code: 'registers.export-not-found',
    })
  })

  it('a file that nobody takes is forgotten after a day', async () => {
    await begin()
    platform.clock.advance({ hours: 23 })
    await platform.settle()
    expect(await kept()).toHaveLength(1)
    platform.clock.advance({ hours: 2 })
    await platform.settle()
    expect(await kept()).toEqual([])
  })
})
