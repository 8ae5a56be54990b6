import { rows, run, sql } from '@tereze/foundation-database'
import { official } from '@tereze/foundation-testing'
import type { InputOf } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { beginExport, takeRows } from '../contract/index.ts'
import { done } from '../imports-platform.fixture.ts'
import { keeper, owner, registersPlatform } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const place = { organisation: 'transport' }
const another = official({ id: owner(9).replace('person', 'official'), organisation: 'transport', roles: ['keeper'] })
const one = await platform.add({ name: 'One', status: 'built', port: 'north', hull: 'H1', owner: owner(1) })
const two = await platform.add({ name: 'Two', status: 'built', port: 'south', hull: 'H2', owner: owner(2) })
const before = platform.clock.now().toISOString()
platform.clock.advance({ days: 3 })
const renamed = { name: 'Uno', status: 'built', port: 'north', hull: 'H1', owner: owner(1) }
done(await platform.change(one, 1, renamed, { validFrom: platform.clock.now().toISOString().slice(0, 10) }))
const three = await platform.add({ name: 'Three', status: 'built', port: 'north' })

const begin = async (more: Partial<InputOf<typeof beginExport>> = {}) =>
  done(await platform.run(beginExport, { ...place, register: 'vessels', where: {}, format: 'csv', ...more }, keeper))
    .export
const take = (id: string, portion = 0, actor = keeper) =>
  platform.run(takeRows, { ...place, export: id, portion }, actor)
async function namesOf(more: Partial<InputOf<typeof beginExport>>): Promise<unknown[]> {
  const { columns, rows: told, isLast } = done(await take(await begin(more)))
  expect(isLast).toBe(true)
  return told.map(row => row[columns.findIndex(({ name }) => name === 'name')]).sort()
}

describe('take-rows', () => {
  it('tells the rows, and its audit line whom they are about, their fields and how many they are', async () => {
    expect(await namesOf({})).toEqual(['Three', 'Two', 'Uno'])
    expect(platform.audited.at(-1)).toMatchObject({
      operation: 'registers.take-rows',
      subjects: expect.arrayContaining([owner(1), owner(2)]),
      fields: expect.arrayContaining(['vessels/name', 'vessels/hull', 'records:3']),
    })
    expect(await rows(platform.database, sql`select from registers.exports`)).toEqual([])
  })

  it('tells what held on a day, what was known at a moment, and both', async () => {
    const day = before.slice(0, 10)
    expect(await namesOf({ asOf: day })).toEqual(['One', 'Two'])
    expect(await namesOf({ knownAt: before })).toEqual(['One', 'Two'])
    expect(await namesOf({ asOf: day, knownAt: before, where: { port: 'north' } })).toEqual(['One'])
    expect(await namesOf({ asOf: platform.clock.now().toISOString().slice(0, 10) })).toEqual(['Three', 'Two', 'Uno'])
  })

  it('goes on after the last record that was told, to one reader only', async () => {
    const id = await begin()
    await platform.database.transaction('transport', async tx => {
      await run(
        tx,
        sql`update registers.exports set portions = 1, count = 2, told_until = ${[one, two].sort()[1]} where id = ${id}`,
      )
    })
    expect(await take(id, 0)).toMatchObject({ code: 'registers.export-elsewhere' })
    expect(await take(id, 1, another)).toMatchObject({ code: 'registers.export-not-found' })
    expect(done(await take(id, 1)).rows.at(-1)?.[0]).toBe(three)
    expect(platform.audited.at(-1)?.fields).toContain('records:3')
    expect(await take(id, 2)).toMatchObject({ code: 'registers.export-not-found' })
  })
})
