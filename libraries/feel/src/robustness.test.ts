import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { builtinNames, compileExpression, evaluate, evaluateExpression } from './index.ts'

function codeOf(text: string, context: Record<string, never> = {}): string {
  const result = evaluate(text, context, { limits: { steps: 200_000 } })
  return result.ok ? (result.warnings[0]?.code ?? 'none') : (result.errors[0]?.code ?? 'none')
}

describe('what is too much is refused or bounded', () => {
  test.each([
    ['nesting', `${'('.repeat(10_000)}1${')'.repeat(10_000)}`, 'feel.too-deep'],
    ['lists', `${'['.repeat(10_000)}`, 'feel.too-deep'],
    ['tests in tests', `${'1 in ('.repeat(120)}1${') + 1'.repeat(120)}`, 'feel.operands-invalid'],
    ['negation', `${'-'.repeat(10_000)}1`, 'feel.too-deep'],
    ['calls', `${'not('.repeat(5_000)}true${')'.repeat(5_000)}`, 'feel.too-deep'],
    ['conditions', `${'if true then 1 else '.repeat(10_000)}1`, 'feel.too-deep'],
    ['a sum', `1${' + 1'.repeat(100_000)}`, 'feel.too-deep'],
    ['a path', `a${'.b'.repeat(100_000)}`, 'feel.too-deep'],
    ['a text', `"${'x'.repeat(1_100_000)}"`, 'feel.too-long'],
    ['a loop', 'for i in 1..1000000000 return i', 'feel.too-many-steps'],
    ['loops in loops', 'for a in 1..1000, b in 1..1000, c in 1..1000 return a', 'feel.too-many-steps'],
    ['a quantifier', 'some x in 1..1000000000 satisfies x < 0', 'feel.too-many-steps'],
    ['recursion', '{f: function(n) f(n + 1)}.f(1)', 'feel.recursion-too-deep'],
    ['a power', '10 ** 1000000000', 'feel.operands-invalid'],
    [
      'a list that doubles',
      'for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])',
      'feel.too-many-steps',
    ],
    [
      'a text that is replaced',
      'replace(string join(for i in 1..9000 return "a"), "a", string join(for i in 1..9000 return "b"))',
      'feel.text-too-long',
    ],
    ['an endless duration', '@"P1D" * 1e6000 * 1e6000', 'feel.operands-invalid'],
    ['a numeral', '1e999999', 'feel.number-invalid'],
    ['a back-tracking pattern', `matches("${'a'.repeat(5000)}!", "^(a+)+$")`, 'none'],
    ['a pattern with nested repeats', `matches("${'x'.repeat(5000)}", "(x*)*y")`, 'none'],
    ['an enormous repeat', 'matches("a", "((a{1000}){1000}){1000}")', 'feel.arguments-invalid'],
  ])('%s', (_, text, code) => {
    const started = process.cpuUsage()
    expect(codeOf(text)).toBe(code)
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000)
  })

  test('a long chain of conditions and of operators is no nesting', () => {
    expect(codeOf(`${'if false then 1 else '.repeat(900)}1`)).toBe('none')
    expect(codeOf(`1${' + 1'.repeat(900)}`)).toBe('none')
    expect(codeOf(`true${' and true'.repeat(20_000)}`)).toBe('none')
  })
})

const words = [
  ...builtinNames,
  '1',
  '2.5',
  '"a"',
  'x',
  'x.y',
  'constructor',
  '__proto__',
  'toString',
  'null',
  'true',
  'if',
  'then',
  'else',
  'for',
  'in',
  'return',
  'some',
  'satisfies',
  'function(a)',
  'between',
  'and',
  'or',
  'instance of',
  'number',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ':',
  ',',
  '.',
  '..',
  '+',
  '-',
  '*',
  '/',
  '**',
  '<',
  '>=',
  '=',
  '@"2026-01-01"',
  '?',
]

test('no text makes the parser or the evaluation throw, and none reaches the outside', () => {
  const before = Object.keys(globalThis).length
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 5 })), { maxLength: 14 }),
      pieces => {
        const compiled = compileExpression(pieces.join(' '))
        if (!compiled.ok) {
          const [error] = compiled.errors
          expect(error?.start).toBeGreaterThanOrEqual(0)
          expect(error?.end).toBeGreaterThanOrEqual(error?.start ?? 0)
          return
        }
        const { value } = evaluateExpression(compiled.expression, { x: { y: 3 } }, { limits: { steps: 10_000 } })
        expect(typeof value).not.toBe('undefined')
        expect(value).not.toBe(globalThis)
        expect(typeof value).not.toBe('symbol')
      },
    ),
    { numRuns: 5000 },
  )
  expect(Object.keys(globalThis).length).toBe(before)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('names of JavaScript mean nothing', () => {
  for (const text of [
    'constructor',
    'x.constructor',
    'x.__proto__',
    '{}.toString',
    'x.hasOwnProperty("y")',
    'globalThis',
    '"a".length',
  ])
    expect(evaluate(text, { x: { y: 1 } })).toMatchObject({ ok: true, value: null })
  expect(evaluate('{"__proto__": {polluted: true}}.__proto__.polluted', {})).toMatchObject({ ok: true, value: true })
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})
