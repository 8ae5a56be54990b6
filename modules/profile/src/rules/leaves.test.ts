import { describe, expect, it } from 'vitest'
import { leavesOf } from './leaves.ts'

describe('leavesOf', () => {
  it('keeps names and money whole, opens the rest', () => {
    const data = {
      name: { family: 'A', given: 'B' },
      born: '1990-01-02',
      living: { region: 'north', none: null },
      pay: { amount: '1.00', currency: 'DMD' },
      list: [{ n: 1 }],
    }
    expect(leavesOf(data)).toEqual([
      { pointer: '/name', value: data.name, as: 'name' },
      { pointer: '/born', value: '1990-01-02', as: 'date' },
      { pointer: '/living/region', value: 'north', as: 'text' },
      { pointer: '/pay', value: data.pay, as: 'money' },
      { pointer: '/list/0/n', value: 1, as: 'text' },
    ])
  })
})
