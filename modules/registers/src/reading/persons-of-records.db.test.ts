import type { Context } from '@tereze/foundation-operations'
import { expect, it } from 'vitest'
import { owner, registersPlatform } from '../registers-platform.fixture.ts'
import { personsBySearch, personsOfRecords } from './persons-of-records.ts'

const platform = await registersPlatform()
const ada = await platform.add({ name: 'Ada', port: 'north', status: 'built', tons: 10, owner: owner(1) })
const bob = await platform.add({ name: 'Bob', port: 'north', status: 'built', tons: 20, owner: owner(2) })
const adam = await platform.add({ name: 'Adam', status: 'built', tons: 20 })
const within = <T>(work: (context: Context) => Promise<T>, organisation = 'transport') =>
  platform.runner.jobContext('test').write(organisation, work)
const own = { organisation: 'transport', register: 'vessels' }

it('says whom records are about, and which records nobody was found in', async () => {
  const records = [bob, ada, adam, 'vessel_none']
  const found = await within(context => personsOfRecords(context, { ...own, records }))
  expect(found).toMatchObject({ unknown: [adam, 'vessel_none'], next: null })
  expect(new Set(found === 'no-register' ? [] : found.persons)).toEqual(new Set([owner(1), owner(2)]))
})

it('goes through a search in parts', async () => {
  const search = { ...own, where: { status: 'built' }, limit: 2 }
  const part = async (after: string | null) => {
    const found = await within(context => personsBySearch(context, { ...search, after }))
    if (found === 'no-register' || 'unfit' in found) throw new Error('nothing was searched')
    return found
  }
  const first = await part(null)
  const rest = await part(first.next)
  expect([first.persons.length + first.unknown.length, rest.next]).toEqual([2, null])
  expect(new Set([...first.persons, ...rest.persons])).toEqual(new Set([owner(1), owner(2)]))
  expect([...first.unknown, ...rest.unknown]).toEqual([adam])
})

it('does not search by what is no column, nor another organisation’s register', async () => {
  const search = { ...own, where: { hull: 'x' }, after: null, limit: 2 }
  expect(await within(context => personsBySearch(context, search))).toEqual({ unfit: 'hull' })
  const foreign = { ...search, organisation: 'health', where: {} }
  expect(await within(context => personsBySearch(context, foreign), 'health')).toBe('no-register')
  const records = { organisation: 'health', register: 'vessels', records: [ada] }
  expect(await within(context => personsOfRecords(context, records), 'health')).toBe('no-register')
})
