import { describe, expect, it } from 'vitest'
import { profile } from '../preview/samples/index.ts'
import { orderProfile } from './profile-order.ts'

const [sample] = profile.groups
const fact = sample?.facts[0]
if (sample === undefined || fact === undefined) throw new Error('no sample of a profile')
const group = (id: string, pointers: readonly string[] = []) => ({
  ...sample,
  group: id,
  facts: pointers.map(pointer => ({ ...fact, pointer })),
})

describe('what the state knows about a person', () => {
  it('begins with the person and ends with the accounts', () => {
    const groups = ['bank-accounts', 'vehicles', 'families', 'incomes', 'people'].map(id => group(id))
    expect(orderProfile(groups).map(({ group: id }) => id)).toEqual([
      'people',
      'families',
      'vehicles',
      'incomes',
      'bank-accounts',
    ])
  })

  it('says the name first, then number, birth, sex and address', () => {
    const [people] = orderProfile([group('people', ['/residence', '/sex', '/died', '/name', '/born', '/identifier'])])
    expect(people?.facts.map(({ pointer }) => pointer)).toEqual([
      '/name',
      '/identifier',
      '/born',
      '/sex',
      '/residence',
      '/died',
    ])
  })
})
