import { describe, expect, test } from 'vitest'
import {
  compileExpression,
  compileUnaryTests,
  evaluate,
  evaluateUnaryTests,
  fromJson,
  references,
  toJson,
} from './index.ts'

function run(text: string, context: Record<string, unknown> = {}): unknown {
  const result = evaluate(text, fromJson(context) as never, { now: '2026-03-02T04:00:00Z', zone: 'Asia/Almaty' })
  if (!result.ok) throw new Error(`${text}: ${result.errors[0]?.message}`)
  return toJson(result.value)
}

describe('expressions', () => {
  test.each<[string, unknown, Record<string, unknown>?]>([
    ['1 + 2 * 3', 7],
    ['0.1 + 0.2', 0.3],
    ['1 / 3', '0.3333333333333333333333333333333333'],
    ['applicant.age >= 18', true, { applicant: { age: 18 } }],
    ['monthly salary * 12', 1200, { 'monthly salary': 100 }],
    ['if x > 5 then "big" else "small"', 'big', { x: 6 }],
    ['for i in 1..3 return i * i', [1, 4, 9]],
    ['for i in 1..4 return if i = 1 then 1 else i * partial[-1]', [1, 2, 6, 24]],
    ['some c in children satisfies c.age < 3', true, { children: [{ age: 2 }, { age: 9 }] }],
    ['every c in children satisfies c.age < 3', false, { children: [{ age: 2 }, { age: 9 }] }],
    [
      'children[age < 3].name',
      ['A'],
      {
        children: [
          { age: 2, name: 'A' },
          { age: 9, name: 'B' },
        ],
      },
    ],
    [
      'children[2].name',
      'B',
      {
        children: [
          { age: 2, name: 'A' },
          { age: 9, name: 'B' },
        ],
      },
    ],
    ['x in [1..10]', true, { x: 10 }],
    ['x in (< 5, > 9)', true, { x: 10 }],
    ['x between 1 and 9', false, { x: 10 }],
    ['{a: 1, b: a + 1}.b', 2],
    ['{f: function(n) if n = 0 then 1 else n * f(n - 1)}.f(15)', 1307674368000],
    ['date("2026-03-02") + duration("P1M")', '2026-04-02'],
    ['today()', '2026-03-02'],
    ['string(now())', '2026-03-02T09:00:00@Asia/Almaty'],
    ['date and time("2026-03-02T09:00:00@Asia/Almaty").time offset', 'PT5H'],
    ['(date("2026-03-02") - date("2026-02-20")).days', 10],
    ['years and months duration(date("2020-01-15"), date("2026-01-14"))', 'P5Y11M'],
    ['substring(string: "foobar", start position: 3)', 'obar'],
    ['matches("abc", "^a.c$")', true],
    ['sum([1, 2, 3]) + count([1]) + max(1, 5)', 12],
    ['sort([3, 1, 2], function(a, b) a < b)', [1, 2, 3]],
    ['"a" + "b"', 'ab'],
    ['null and false', false],
    ['missing.path = null', true],
    ['5 instance of number', true],
    ['5 in (? > 3)', true],
    ['5 in (? > 3 and ? < 5)', false],
    ['5 in (< 3, ? = 5)', true],
    ['for i in [1, 5] return i in (? > 3)', [false, true]],
    ['[1, 5][item in (? > 3)]', [5]],
    ['{f: function(x) x in (? > 3)}.f(4)', true],
    ['[][n]', null, { n: 1 }],
    ['[][n]', null, { n: -1 }],
    ['[][count([1])]', null],
    ['[][n > 0]', [], { n: 1 }],
    ['[][true]', []],
    ['[][age]', []],
    ['null[n]', null, { n: 1 }],
    ['null[n > 0]', [], { n: 1 }],
    ['[1, 2][n]', null, { n: 2.5 }],
    ['for i in 1..3 return function() partial[-1]', [null, null, null]],
    ['(for i in 1..3 return if i = 1 then [7] else [partial[-1][1] + i])[3]', [12]],
    ['number(x.amount) + 1', 41001, { x: { amount: '41000.00' } }],
  ])('%s', (text, expected, context) => {
    expect(run(text, context)).toEqual(expected)
  })

  test('a mistake has a place', () => {
    const compiled = compileExpression('1 + * 2')
    expect(compiled).toEqual({
      ok: false,
      errors: [{ code: 'feel.unexpected-text', message: 'Expected an expression, found "*".', start: 4, end: 5 }],
    })
  })

  test('what cannot be computed is null with a warning', () => {
    const result = evaluate('1 + "a"')
    expect(result).toMatchObject({
      ok: true,
      value: null,
      warnings: [
        { code: 'feel.operands-invalid', start: 0, end: 7, params: { operator: '+', left: 'number', right: 'string' } },
      ],
    })
  })
})

test('places are counted in the text as it is given', () => {
  expect(compileExpression('  \n 1 + * 2')).toMatchObject({ errors: [{ start: 8, end: 9 }] })
  expect(compileUnaryTests('  < 3, ) ')).toMatchObject({ errors: [{ start: 7, end: 8 }] })
  expect(compileExpression('  1 +  ')).toMatchObject({ errors: [{ code: 'feel.unexpected-end', start: 7, end: 7 }] })
  expect(evaluate('   1 + "a"')).toMatchObject({ warnings: [{ start: 3, end: 10 }] })
})

test('the questions that an empty list leaves open warn of nothing', () => {
  expect(evaluate('[][age]')).toMatchObject({ value: [], warnings: [] })
  expect(evaluate('[][n]', { n: 1 })).toMatchObject({ value: null, warnings: [{ code: 'feel.index-out-of-range' }] })
})

test('after a hundred warnings one more says that others were cut', () => {
  const all = evaluate('for i in 1..100 return i + "a"')
  expect(all.ok && all.warnings.every(({ code }) => code === 'feel.operands-invalid')).toBe(true)
  const cut = evaluate('for i in 1..5000 return i + "a"')
  if (!cut.ok) throw new Error('not FEEL')
  expect(cut.warnings).toHaveLength(101)
  expect(cut.warnings.at(-1)).toEqual({ code: 'feel.warnings-cut', start: 24, end: 31, params: { kept: 100 } })
})

test('why an evaluation was ended is said also after a hundred warnings', () => {
  const ended = evaluate('for i in 1..1000000000 return i + "a"', {}, { limits: { steps: 100_000 } })
  expect(ended.ok && ended.warnings.slice(-2).map(({ code }) => code)).toEqual([
    'feel.warnings-cut',
    'feel.too-many-steps',
  ])
})

test('references are the paths of outside data', () => {
  const compiled = compileExpression('for c in applicant.children return c.age + limits.min + count(other)')
  expect(compiled.ok && references(compiled.expression)).toEqual([
    ['applicant', 'children'],
    ['limits', 'min'],
    ['other'],
  ])
})

test.each<[string, unknown, boolean | null]>([
  ['< 10', 5, true],
  ['[20..30)', 30, false],
  ['"a", "b"', 'b', true],
  ['not("a", "b")', 'b', false],
  ['-', null, true],
  ['? > 3 and ? < 9', 5, true],
  ['null', null, true],
])('unary tests %s of %s', (text, input, expected) => {
  const compiled = compileUnaryTests(text)
  if (!compiled.ok) throw new Error(compiled.errors[0]?.message)
  expect(evaluateUnaryTests(compiled.expression, fromJson(input), {}).value).toBe(expected)
})
