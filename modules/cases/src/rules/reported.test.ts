import { describe, expect, it } from 'vitest'
import { decidedChanges, isScalar, writtenAs } from './reported.ts'

describe('writtenAs', () => {
  it.each([
    [1990, '1991', 1991],
    [1990, 'nineteen', 'nineteen'],
    [12, '-1.5', -1.5],
    [true, 'false', false],
    [true, 'no', 'no'],
    ['a', '12', '12'],
    [undefined, '12', '12'],
    [5, null, null],
  ])('in place of %j, %j is %j', (was, value, written) => {
    expect(writtenAs(was, value)).toBe(written)
  })
})

describe('decidedChanges', () => {
  const changes = [{ pointer: '/name/given', was: 'A', value: 'B' }]

  it('are those of the person, and those of the official where they wrote another value', () => {
    expect(decidedChanges({ pointer: '/born', changes }, {})).toBe(changes)
    expect(decidedChanges({ pointer: '/born', changes }, { value: '1990-01-02' })).toEqual([
      { pointer: '/born', value: '1990-01-02' },
    ])
  })
})

describe('isScalar', () => {
  it('is what one can write down, or nothing', () => {
    expect([undefined, null, '', 0, false].map(isScalar)).toEqual([true, true, true, true, true])
    expect([{}, []].map(isScalar)).toEqual([false, false])
  })
})
