import { compileUnaryTests, evaluateUnaryTests, type FeelValue, fromJson, parseDate } from '@tereze/feel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DecisionTable, HitPolicy } from '../model/model.ts'
import { analyse } from './analyse.ts'

const at = { line: 1, column: 1 }

function table(
  types: readonly string[],
  rows: readonly (readonly string[])[],
  hitPolicy: HitPolicy = 'UNIQUE',
): DecisionTable {
  const text = (value: string) => ({ id: '', at, text: value })
  return {
    kind: 'table',
    id: 't',
    at,
    typeRef: null,
    hitPolicy,
    aggregator: null,
    outputLabel: '',
    annotations: [],
    inputs: types.map((typeRef, i) => ({ id: '', at, label: '', expression: text(`x${i}`), typeRef, values: null })),
    outputs: [{ id: '', at, name: 'out', label: '', typeRef: null, values: null, defaultEntry: null }],
    rules: rows.map((row, i) => ({
      id: '',
      at,
      description: '',
      tests: row.map(text),
      outputs: [text(`${i}`)],
      annotations: [],
    })),
  }
}

test('a gap between whole numbers is found, with an example', () => {
  const found = analyse(table(['number'], [['<= 17'], ['>= 18']]))
  expect(found.gaps).toEqual([{ where: { x0: '(17..18)' }, example: { x0: 17.5 } }])
})

test('days follow each other without a gap', () => {
  const found = analyse(table(['date'], [['<= date("2026-01-31")'], ['>= date("2026-02-01")']]))
  expect(found.gaps).toEqual([])
  expect(analyse(table(['date'], [['< date("2026-01-31")'], ['> @"2026-01-31"']])).gaps).toEqual([
    { where: { x0: '@"2026-01-31"' }, example: { x0: '2026-01-31' } },
  ])
})

test('overlap, subsumption, contradiction and hidden rules', () => {
  const found = analyse(
    table(
      ['number', 'string'],
      [
        ['< 10', '-'],
        ['< 5', '"a"'],
        ['> 3 ', '"b"'],
        ['[7..3]', '-'],
        ['>= 10', '-'],
      ],
      'FIRST',
    ),
  )
  expect(found.gaps).toEqual([])
  expect(found.subsumed).toMatchObject([{ rule: 2, by: 1, example: { x0: 2, x1: 'a' } }])
  expect(found.overlaps.map(overlap => overlap.rules)).toEqual([
    [1, 2],
    [1, 3],
    [3, 5],
  ])
  expect(found.unreachable).toEqual([
    { rule: 4, reason: 'contradiction', by: [], example: null },
    { rule: 2, reason: 'hidden', by: [1], example: { x0: 2, x1: 'a' } },
  ])
})

test('a cell with a variable never makes a false gap', () => {
  const found = analyse(table(['number'], [['< limit'], ['> 10']]))
  expect(found.opaque).toEqual([{ rule: 1, input: 'x0' }])
  expect(found.gaps).toEqual([])
})

const DATES = ['2026-01-01', '2026-01-02', '2026-01-05', '2026-03-01']
const numberCell = fc.oneof(
  fc.constant('-'),
  fc.integer({ min: 0, max: 6 }).map(String),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>='), fc.integer({ min: 0, max: 6 })).map(([op, n]) => `${op} ${n}`),
  fc
    .tuple(
      fc.constantFrom('[', '('),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 6 }),
      fc.constantFrom(']', ')'),
    )
    .map(([open, a, b, close]) => `${open}${a}..${b}${close}`),
  fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })).map(([a, b]) => `not(${a}, ${b})`),
)
const textCell = fc.oneof(
  fc.constant('-'),
  fc.constantFrom('"a"', '"b"', '"c"', '"a","b"', 'not("a")', '< "b"', '["a".."b"]'),
)
const dateCell = fc.oneof(
  fc.constant('-'),
  fc.tuple(fc.constantFrom('<', '<=', '>', '>=', ''), fc.constantFrom(...DATES)).map(([op, d]) => `${op} date("${d}")`),
)

function matches(cell: string, value: FeelValue): boolean {
  const compiled = compileUnaryTests(cell)
  if (!compiled.ok) throw new Error(cell)
  return evaluateUnaryTests(compiled.expression, value, {}).value === true
}

test('every gap is unmatched, and random probes find none that was missed', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(numberCell, textCell, dateCell), { minLength: 1, maxLength: 6 }),
      fc.array(
        fc.tuple(
          fc.integer({ min: -2, max: 16 }).map(n => n / 2),
          fc.constantFrom('', 'a', 'aa', 'b', 'bx', 'c', 'z'),
          fc.constantFrom('2025-12-31', '2026-01-03', '2026-02-01', '2026-04-01', ...DATES),
        ),
        { minLength: 30, maxLength: 30 },
      ),
      (rows, probes) => {
        const found = analyse(table(['number', 'string', 'date'], rows))
        const hit = (values: readonly FeelValue[]): boolean =>
          rows.some(row => row.every((cell, i) => matches(cell, values[i] ?? null)))
        for (const { example } of found.gaps)
          expect(hit([fromJson(example.x0), fromJson(example.x1), parseDate(String(example.x2))])).toBe(false)
        const inGap = (values: readonly FeelValue[]): boolean =>
          found.gaps.some(gap => values.every((value, i) => matches(gap.where[`x${i}`] ?? '-', value)))
        for (const [n, s, d] of probes) {
          const values = [n, s, parseDate(d)]
          expect(inGap(values)).toBe(!hit(values))
        }
      },
    ),
    { numRuns: 300 },
  )
})
