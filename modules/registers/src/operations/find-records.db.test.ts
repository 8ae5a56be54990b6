import { costOf, official, person } from '@tereze/foundation-testing'
import { type Actor, isRefused } from '@tereze/operation'
import { describe, expect, it } from 'vitest'
import { type Criterion, findRecords } from '../contract/index.ts'
import { keeper, owner, registersPlatform } from '../registers-platform.fixture.ts'

const platform = await registersPlatform()
const ada = await platform.add({
  name: 'Ada',
  port: 'north',
  status: 'built',
  tons: 10.5,
  launched: '2020-05-01',
  seaworthy: true,
  owner: owner(1),
})
const bob = await platform.add({ name: 'Bob', port: 'north', status: 'built', tons: 20, owner: owner(2) })
const adam = await platform.add({ name: 'Adam', status: 'built', tons: 20, seaworthy: false })

async function find(where: Record<string, Criterion>, more: object = {}) {
  return platform.run(findRecords, { organisation: 'transport', register: 'vessels', where, ...more }, keeper)
}
async function ids(where: Record<string, Criterion>, more: object = {}) {
  const found = await find(where, more)
  if (isRefused(found)) throw new Error(found.code)
  return found.items.map(({ record }) => record)
}

describe('find-records', () => {
  it.each<[string, Record<string, Criterion>, string[]]>([
    ['everything', {}, [ada, bob, adam]],
    ['a text', { port: 'north' }, [ada, bob]],
    ['a text in a column of names, in capitals', { name: 'ADA' }, [ada]],
    ['several names, in any case', { name: ['ADA', 'bob'] }, [ada, bob]],
    ['a number', { tons: 20 }, [bob, adam]],
    ['a decimal as text', { tons: '10.5' }, [ada]],
    ['a list of numbers', { tons: [20, 10.5] }, [ada, bob, adam]],
    ['an empty list', { tons: [] }, []],
    ['a date', { launched: '2020-05-01' }, [ada]],
    ['yes or no', { seaworthy: false }, [adam]],
    ['nothing in the column', { port: null }, [adam]],
    ['an id', { id: bob }, [bob]],
    ['ids', { id: [bob, ada, 'vessel_none'] }, [ada, bob]],
    ['all of several', { port: 'north', tons: 20 }, [bob]],
  ])('finds by %s', async (_, where, expected) => {
    expect(new Set(await ids(where))).toEqual(new Set(expected))
  })

  it('asks PostgreSQL once, and once more for the audit line, however many conditions there are', async () => {
    const costOfSearch = (where: Record<string, Criterion>) => costOf(platform.database, () => find(where))
    const once = { statements: 5, packets: 3 }
    expect(await costOfSearch({ id: bob })).toEqual(once)
    expect(await costOfSearch({ port: 'north', tons: 20, status: 'built' })).toEqual(once)
  })

  it.each<[string, Record<string, Criterion>, string]>([
    ['a column that is not projected', { hull: 'x' }, 'registers.column-not-found'],
    ['text for a number', { tons: 'heavy' }, 'registers.criterion-invalid'],
    ['no date for a date', { launched: '2020-02-31' }, 'registers.criterion-invalid'],
    ['a list with text for a number', { tons: [1, 'x'] }, 'registers.criterion-invalid'],
    ['neither yes nor no', { seaworthy: 'perhaps' }, 'registers.criterion-invalid'],
  ])('refuses %s', async (_, where, code) => {
    expect(await find(where)).toMatchObject({ code, pointer: `/where/${Object.keys(where)[0]}` })
  })

  it('gives pages by keyset, each record once', async () => {
    const seen: string[] = []
    let after: string | undefined
    for (let pages = 0; pages < 5; pages++) {
      const page = await find({}, { limit: 2, ...(after === undefined ? {} : { after }) })
      if (isRefused(page)) throw new Error(page.code)
      seen.push(...page.items.map(({ record }) => record))
      if (page.next === null) break
      after = page.next
    }
    expect(seen).toEqual([ada, bob, adam].sort())
  })

  it('gives the content of a date and leaves out what was not yet', async () => {
    await platform.change(ada, 1, { name: 'Ada II', status: 'built', port: 'north' }, { validFrom: '2026-05-01' })
    const found = await find({ port: 'north' }, { asOf: '2026-04-30' })
    if (isRefused(found)) throw new Error(found.code)
    expect(found.items.map(({ data }) => data.name).sort()).toEqual(['Ada', 'Bob'])
    expect(await ids({ port: 'north' }, { asOf: '2025-01-01' })).toEqual([])
  })

  it('finds what a record holds now, not what it held', async () => {
    expect(await ids({ name: 'ada ii' })).toEqual([ada])
    expect(await ids({ tons: 10.5 })).toEqual([])
  })

  it('writes down each person it is about', async () => {
    await find({ port: 'north' })
    expect(platform.audited.at(-1)).toMatchObject({ operation: findRecords.name, subjects: [owner(2)] })
  })

  it('does not let anybody search by, or list, what they may not see', async () => {
    const as = (where: Record<string, Criterion>, actor: Actor) =>
      platform.run(findRecords, { organisation: 'transport', register: 'vessels', where }, actor)
    const [pilot, surveyor] = ['pilot', 'surveyor'].map(role => official({ organisation: 'transport', roles: [role] }))
    expect(await as({ name: 'bob' }, surveyor as Actor)).toMatchObject({
      code: 'registers.column-not-granted',
      pointer: '/where/name',
    })
    expect(await as({ tons: 20 }, surveyor as Actor)).toMatchObject({ items: [{ data: { tons: 20 } }, {}] })
    expect(await as({}, pilot as Actor)).toMatchObject({
      code: 'registers.access-not-granted',
      params: { act: 'list' },
    })
    const mine = await as({}, person({ id: owner(2) }))
    expect(mine).toMatchObject({ items: [{ record: bob, data: { name: 'Bob' } }] })
    expect(await as({ tons: 20 }, person({ id: owner(2) }))).toMatchObject({ code: 'registers.column-not-granted' })
  })

  it('searches what was valid on a date and what was known at a moment', async () => {
    const { clock } = platform
    const ship = await platform.add({ name: 'Past', port: 'old', status: 'built' })
    const before = clock.now().toISOString()
    clock.advance({ days: 30 })
    await platform.change(ship, 1, { name: 'Now', port: 'new', status: 'built' }, { validFrom: '2026-03-20' })
    const search = (port: string, more: object = {}) => ids({ port }, more)
    expect(await search('old')).toEqual([])
    expect(await search('new')).toEqual([ship])
    expect(await search('old', { asOf: '2026-03-19' })).toEqual([ship])
    expect(await search('new', { asOf: '2026-03-19' })).toEqual([])
    expect(await search('new', { asOf: '2026-03-20' })).toEqual([ship])
    expect(await search('old', { knownAt: before })).toEqual([ship])
    expect(await search('old', { knownAt: before, asOf: '2026-03-25' })).toEqual([ship])
    expect(await search('new', { knownAt: before })).toEqual([])
    expect(await search('old', { knownAt: '2026-01-01T00:00:00Z' })).toEqual([])
  })

  it('knows only registers of the organisation', async () => {
    expect(await find({}, { organisation: 'health' })).toMatchObject({ code: 'registers.register-not-found' })
  })
})
