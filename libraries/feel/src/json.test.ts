import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  equalValues,
  evaluate,
  exactJson,
  type FeelValue,
  fromExactJson,
  fromJson,
  type Json,
  LimitFault,
  literalOf,
  parseNumeral,
  toJson,
} from './index.ts'

function nested(depth: number, inner: FeelValue = 1): FeelValue {
  let value = inner
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value }
  return value
}

function depthOf(value: unknown): number {
  let depth = 0
  for (let at = value; typeof at === 'object' && at !== null; depth++)
    at = Array.isArray(at) ? at[0] : Object.values(at)[0]
  return depth
}

describe('values that are nested 100 000 deep', () => {
  const deep = nested(100_000)

  test('become JSON and come back', () => {
    const json = toJson(deep)
    expect(depthOf(json)).toBe(100_000)
    expect(equalValues(fromJson(json), deep)).toBe(true)
    expect(equalValues(fromExactJson(exactJson(deep)), deep)).toBe(true)
  })

  test('are compared to the end', () => {
    expect(equalValues(deep, nested(100_000))).toBe(true)
    expect(equalValues(deep, nested(100_000, 2))).toBe(false)
    expect(equalValues(deep, nested(99_998))).toBe(false)
  })

  test('have a text', () => {
    expect(literalOf(deep)).toHaveLength(50_000 * 2 + 50_000 * 5 + 1)
  })

  test('are flattened whole, and refused as a result', () => {
    let list: FeelValue = [1]
    for (let i = 0; i < 15_000; i++) list = [list, i]
    const flat = evaluate('count(flatten(l))', { l: list })
    expect(flat).toMatchObject({ ok: true, value: 15_001, warnings: [] })
    expect(evaluate('[l]', { l: list })).toMatchObject({
      ok: true,
      value: null,
      warnings: [{ code: 'feel.value-too-large' }],
    })
  })
})

test('what is shared so often that nobody could write it is refused', () => {
  let shared: FeelValue = [1]
  for (let i = 0; i < 40; i++) shared = [shared, shared]
  expect(() => toJson(shared)).toThrow(LimitFault)
  expect(() => literalOf(shared)).toThrow(LimitFault)
})

const numeral = fc.oneof(
  fc.integer().map(String),
  fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }).map(String),
  fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 33n }), fc.integer({ min: -6000, max: 6000 })).map(([a, b]) => `${a}e${b}`),
)

const value = fc.letrec<{ value: FeelValue }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    numeral.map(text => parseNumeral(text)),
    fc.constantFrom<FeelValue>('a', '12', true, null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'feel:number', 'feel:context', '__proto__'), tie('value'), { maxKeys: 3 }),
  ),
})).value

test('exact JSON comes back equal, also through text', () => {
  fc.assert(
    fc.property(value, each => {
      const json = JSON.parse(JSON.stringify(exactJson(each))) as Json
      expect(equalValues(fromExactJson(json), each)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('exact JSON marks only what a JavaScript number cannot hold', () => {
  const number = parseNumeral('12345678901234567890')
  expect(exactJson({ a: number, b: 0.1, c: '1' })).toEqual({
    a: { 'feel:number': '12345678901234567890' },
    b: 0.1,
    c: '1',
  })
  expect(exactJson({ 'feel:number': '5' })).toEqual({ 'feel:context': { 'feel:number': '5' } })
  expect(fromExactJson({ 'feel:number': 'x' })).toEqual({ 'feel:number': 'x' })
})
