import { describe, expect, it } from 'vitest'
import { expressionsOf, fillTemplate } from './index.ts'

const values: Record<string, unknown> = { a: 1, name: { given: 'X', patronymic: null }, list: [1, 2] }
const evaluate = (expression: string) => values[expression] ?? null

describe('template', () => {
  it('replaces expressions by their values and leaves the rest', () => {
    expect(fillTemplate({ n: '= a', fixed: 'a', deep: [{ l: '= list' }], no: 3 }, evaluate)).toEqual({
      n: 1,
      fixed: 'a',
      deep: [{ l: [1, 2] }],
      no: 3,
    })
  })

  it('leaves out what has no value, so that a schema sees it absent', () => {
    expect(
      fillTemplate({ a: '= a', b: '= none', c: { d: '= none' }, name: '= name', list: ['= none', '= a'] }, evaluate),
    ).toEqual({
      a: 1,
      name: { given: 'X' },
      list: [1],
    })
    expect(fillTemplate('= none', evaluate)).toBeNull()
  })

  it('keeps an empty object that was meant', () => {
    expect(fillTemplate({ empty: {} }, evaluate)).toEqual({ empty: {} })
  })

  it('lists its expressions', () => {
    expect(expressionsOf({ a: '= a', b: ['x', '= b + 1'], c: { d: '=c' } })).toEqual(['a', 'b + 1'])
  })
})
