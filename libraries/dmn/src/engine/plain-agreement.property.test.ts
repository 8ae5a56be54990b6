import { type FeelValue, toJson } from '@tereze/feel'
import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { compile, compileRows, evaluate, evaluateColumns, parse, replay, type StoredTrace } from '../index.ts'

// A slow evaluator that shares nothing with the engine or with FEEL: numbers are whole counts of 10⁻⁴⁰, texts are lists of code
// points, dates are ISO text of four digits, whose order is that of the days. It must agree byte for byte with all five ways.

type Cell =
  | { readonly kind: 'any' }
  | { readonly kind: 'compare'; readonly operator: '<' | '<=' | '>' | '>=' | ''; readonly value: string }
  | {
      readonly kind: 'range'
      readonly open: '[' | '('
      readonly low: string
      readonly high: string
      readonly close: ']' | ')'
    }
  | { readonly kind: 'list'; readonly not: boolean; readonly values: readonly string[] }

interface Column {
  readonly type: 'number' | 'string' | 'date'
  readonly constants: readonly string[]
  readonly inputs: readonly string[]
}

const COLUMNS: readonly Column[] = [
  {
    type: 'number',
    constants: ['0', '1', '1.5', '2', '-1', '12345678901234567890.5', '0.1'],
    inputs: ['0', '1', '1.5', '2', '-1', '0.1', '0.3', '1e21', '-7.25', '12345678901234567000'],
  },
  {
    type: 'string',
    constants: ['a', 'b', 'aa', '', '😀', '\uffee'],
    inputs: ['a', 'b', 'aa', '', 'c', '😀', '\uffee', '\uffef', 'a😀'],
  },
  {
    type: 'date',
    constants: ['2024-02-29', '2024-03-01', '1969-12-31', '2026-01-01'],
    inputs: ['2024-02-29', '2024-02-28', '2024-03-01', '1969-12-31', '1970-01-01', '2026-01-01', '9999-12-31'],
  },
]

const literalOf = ({ type }: Column, value: string): string =>
  type === 'number' ? value : type === 'string' ? `"${value}"` : `date("${value}")`

function cellText(column: Column, cell: Cell): string {
  const literal = (value: string): string => literalOf(column, value)
  switch (cell.kind) {
    case 'any':
      return '-'
    case 'compare':
      return `${cell.operator} ${literal(cell.value)}`
    case 'range':
      return `${cell.open}${literal(cell.low)}..${literal(cell.high)}${cell.close}`
    case 'list':
      return cell.not ? `not(${cell.values.map(literal).join(', ')})` : cell.values.map(literal).join(', ')
  }
}

/** A decimal numeral as a count of 10⁻⁴⁰. */
function scaled(text: string): bigint {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const digits = BigInt(whole + fraction) * 10n ** BigInt(40 + Number(exponent) - fraction.length)
  return mantissa.startsWith('-') ? -digits : digits
}

function order({ type }: Column, a: string, b: string): number {
  if (type === 'number') return scaled(a) < scaled(b) ? -1 : scaled(a) > scaled(b) ? 1 : 0
  const [x, y] = [[...a].map(one => one.codePointAt(0) ?? 0), [...b].map(one => one.codePointAt(0) ?? 0)]
  for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return (x[i] ?? 0) - (y[i] ?? 0)
  return x.length - y.length
}

/** Whether a cell holds; of null only `-` and a list that is negated hold. */
function holds(column: Column, cell: Cell, input: string | null): boolean {
  if (cell.kind === 'any') return true
  if (input === null) return cell.kind === 'list' && cell.not
  const against = (value: string): number => order(column, input, value)
  switch (cell.kind) {
    case 'compare':
      return {
        '<': against(cell.value) < 0,
        '<=': against(cell.value) <= 0,
        '>': against(cell.value) > 0,
        '>=': against(cell.value) >= 0,
        '': against(cell.value) === 0,
      }[cell.operator]
    case 'range': {
      const [low, high] = [against(cell.low), against(cell.high)]
      return (low > 0 || (low === 0 && cell.open === '[')) && (high < 0 || (high === 0 && cell.close === ']'))
    }
    case 'list':
      return cell.values.some(value => against(value) === 0) !== cell.not
  }
}

const POLICIES = [
  'UNIQUE',
  'ANY',
  'PRIORITY',
  'FIRST',
  'RULE ORDER',
  'OUTPUT ORDER',
  'COLLECT',
  'COLLECT SUM',
  'COLLECT COUNT',
  'COLLECT MIN',
  'COLLECT MAX',
] as const
type Policy = (typeof POLICIES)[number]

/** The listed outputs, most important first. */
const LISTED = ['2.5', '0', '-1', '100', '0.1']

/** A count of 10⁻⁴⁰ as plain JSON. */
function jsonOf(count: bigint): string {
  const size = (count < 0n ? -count : count).toString().padStart(41, '0')
  const text = `${size.slice(0, -40)}.${size.slice(-40)}`.replace(/\.?0+$/, '')
  return count < 0n ? `-${text}` : text
}

function plainResult(policy: Policy, outputs: readonly string[], byDefault: string | null): string {
  const value = (output: string | undefined): string => (output === undefined ? 'null' : jsonOf(scaled(output)))
  const list = (all: readonly string[]): string => `[${all.map(value).join(',')}]`
  const ranked = outputs
    .map((output, i) => ({ output, i, rank: LISTED.indexOf(output) }))
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .map(({ output }) => output)
  if (outputs.length === 0) {
    if (byDefault !== null) return value(byDefault)
    if (policy === 'COLLECT COUNT') return '0'
    return policy === 'COLLECT' || policy === 'RULE ORDER' || policy === 'OUTPUT ORDER' ? '[]' : 'null'
  }
  const sorted = outputs.map(scaled).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  switch (policy) {
    case 'UNIQUE':
      return outputs.length === 1 ? value(outputs[0]) : 'null'
    case 'ANY':
      return outputs.every(output => output === outputs[0]) ? value(outputs[0]) : 'null'
    case 'PRIORITY':
      return value(ranked[0])
    case 'FIRST':
      return value(outputs[0])
    case 'RULE ORDER':
    case 'COLLECT':
      return list(outputs)
    case 'OUTPUT ORDER':
      return list(ranked)
    case 'COLLECT SUM':
      return jsonOf(sorted.reduce((sum, one) => sum + one, 0n))
    case 'COLLECT COUNT':
      return `${outputs.length}`
    case 'COLLECT MIN':
      return jsonOf(sorted[0] ?? 0n)
    case 'COLLECT MAX':
      return jsonOf(sorted.at(-1) ?? 0n)
  }
}

function modelOf(
  rows: readonly { readonly cells: readonly Cell[]; readonly output: string }[],
  policy: Policy,
  byDefault: string | null,
) {
  const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const [hitPolicy = '', aggregation] = policy.startsWith('COLLECT') ? policy.split(' ') : [policy]
  const rules = rows.map(
    ({ cells, output }) =>
      `<rule>${cells.map((cell, i) => `<inputEntry><text>${xml(cellText(COLUMNS[i] as Column, cell))}</text></inputEntry>`).join('')}<outputEntry><text>${output}</text></outputEntry></rule>`,
  )
  const names = COLUMNS.map((_, i) => `x${i}`)
  const parsed = parse(`<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="n">
    ${COLUMNS.map(({ type }, i) => `<inputData id="x${i}" name="x${i}"><variable name="x${i}" typeRef="${type}"/></inputData>`).join('')}
    <decision id="t" name="t"><variable name="t"/>${names.map(name => `<informationRequirement><requiredInput href="#${name}"/></informationRequirement>`).join('')}
    <decisionTable hitPolicy="${hitPolicy}"${aggregation === undefined ? '' : ` aggregation="${aggregation}"`}>${names.map(name => `<input><inputExpression><text>${name}</text></inputExpression></input>`).join('')}
    <output name="o" typeRef="number"><outputValues><text>${LISTED.join(', ')}</text></outputValues>${byDefault === null ? '' : `<defaultOutputEntry><text>${byDefault}</text></defaultOutputEntry>`}</output>${rules.join('')}</decisionTable></decision></definitions>`)
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message)
  const compiled = compile(parsed.model)
  expect(compiled.problems).toEqual([])
  return compiled
}

const cellOf = ({ constants }: Column): fc.Arbitrary<Cell> => {
  const value = fc.constantFrom(...constants)
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({ kind: 'any' } as const) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('compare' as const),
        operator: fc.constantFrom('<', '<=', '>', '>=', ''),
        value,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('range' as const),
        open: fc.constantFrom('[', '('),
        low: value,
        high: value,
        close: fc.constantFrom(']', ')'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('list' as const),
        not: fc.boolean(),
        values: fc.array(value, { minLength: 2, maxLength: 3 }),
      }),
    },
  ) as fc.Arbitrary<Cell>
}

const given = ({ inputs }: Column): fc.Arbitrary<string | null> =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...inputs) }, { weight: 1, arbitrary: fc.constant(null) })

const written = (value: FeelValue | undefined): string => JSON.stringify(toJson(value ?? null))

const DAY = 86_400_000

test('a plain evaluator, the look-up, the full evaluation, the columns, the rows and a replay agree byte for byte', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ cells: fc.tuple(...COLUMNS.map(cellOf)), output: fc.constantFrom(...LISTED) }), {
        minLength: 1,
        maxLength: 12,
      }),
      fc.constantFrom(...POLICIES),
      fc.option(fc.constantFrom(...LISTED)),
      fc.array(fc.tuple(...COLUMNS.map(given)), { minLength: 8, maxLength: 8 }),
      (rows, policy, byDefault, people) => {
        const compiled = modelOf(rows, policy, byDefault)
        const data = people.map(([x = null, s = null, d = null]) => ({
          x0: x === null ? null : Number(x),
          x1: s,
          x2: d,
        }))
        const byColumn = evaluateColumns(compiled, 't', {
          x0: Float64Array.from(data, ({ x0 }) => x0 ?? Number.NaN),
          x1: data.map(({ x1 }) => x1),
          x2: Float64Array.from(data, ({ x2 }) => (x2 === null ? Number.NaN : Date.parse(x2) / DAY)),
        })
        const byRow = compileRows(compiled, 't')
        for (const [i, person] of people.entries()) {
          const matched = rows.filter(({ cells }) =>
            cells.every((cell, column) => holds(COLUMNS[column] as Column, cell, person[column] ?? null)),
          )
          const plain = plainResult(
            policy,
            matched.map(({ output }) => output),
            byDefault,
          )
          const one = data[i] as (typeof data)[number]
          expect(written(evaluate(compiled, 't', one).value)).toBe(plain)
          const full = evaluate(compiled, 't', one, { trace: true })
          expect(written(full.value)).toBe(plain)
          expect(replay(compiled, JSON.parse(JSON.stringify(full.trace)) as StoredTrace).same).toBe(true)
          expect(written(byColumn.at(i))).toBe(plain)
          if (byRow === null || Object.values(one).includes(null)) continue
          const values: Record<string, number | string> = {
            x0: one.x0 ?? 0,
            x1: one.x1 ?? '',
            x2: Date.parse(one.x2 ?? '') / DAY,
          }
          const row = byRow.decide(byRow.columns.map(name => values[name] ?? 0))
          if (row !== undefined) expect(written(row)).toBe(plain)
        }
      },
    ),
    { numRuns: 1000 * inject('share') },
  )
}, 60_000)

function modelWith(inner: string) {
  const parsed = parse(
    `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="n">${inner}</definitions>`,
  )
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message)
  return compile(parsed.model)
}

const decision = (input: string, type: string, body: string): string =>
  `<inputData id="i" name="${input}"><variable name="${input}" typeRef="${type}"/></inputData><decision id="t" name="t"><variable name="t"/><informationRequirement><requiredInput href="#i"/></informationRequirement>${body}</decision>`
const table = (policy: string, input: string, test: string): string =>
  `<decisionTable hitPolicy="${policy}"><input><inputExpression><text>${input}</text></inputExpression></input><output/><rule><inputEntry><text>${test}</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable>`

test('what is no number matches nothing, whichever way it comes', () => {
  const compiled = modelWith(decision('x', 'number', table('UNIQUE', 'x', '&lt; 5')))
  for (const none of [Number.NaN, Number.NEGATIVE_INFINITY]) {
    expect(evaluateColumns(compiled, 't', { x: Float64Array.of(none, 1) }).at(0)).toBeNull()
    expect(evaluateColumns(compiled, 't', { x: [none, 1] }).at(0)).toBeNull()
    expect(evaluate(compiled, 't', { x: none })).toEqual({ value: null, warnings: [] })
    expect(compileRows(compiled, 't')?.decide([none])).toBeUndefined()
  }
  expect(evaluateColumns(compiled, 't', { x: Float64Array.of(1) }).at(0)).toBe(1)
})

test('days of a typed array are dates for every kind of decision', () => {
  const days = Int32Array.of(20_454, 20_455)
  for (const [body, expected] of [
    [table('COLLECT', 'x', '@"2026-01-01"'), [[1], []]],
    [table('UNIQUE', 'x', '@"2026-01-01"'), [1, null]],
    ['<literalExpression><text>string(x)</text></literalExpression>', ['2026-01-01', '2026-01-02']],
  ] as const) {
    const outcome = evaluateColumns(modelWith(decision('x', 'date', body)), 't', { x: days })
    expect([outcome.at(0), outcome.at(1)]).toEqual(expected)
  }
})

test('an input whose name has a point in it is that input', () => {
  const compiled = modelWith(decision('a.b', 'number', '<literalExpression><text>a.b + 1</text></literalExpression>'))
  expect(evaluate(compiled, 't', { 'a.b': 1 }).value).toBe(2)
  expect(evaluateColumns(compiled, 't', { 'a.b': [1] }).at(0)).toBe(2)
})

test('typed arrays are held to the allowed values too', () => {
  const compiled = modelWith(
    `<itemDefinition name="Age"><typeRef>number</typeRef><allowedValues><text>[0..150]</text></allowedValues></itemDefinition><itemDefinition name="Day"><typeRef>date</typeRef><allowedValues><text>&gt;= @"2026-01-01"</text></allowedValues></itemDefinition>${decision('x', 'Age', table('UNIQUE', 'x', '&gt; 5'))}`,
  )
  const outcome = evaluateColumns(compiled, 't', { x: Float64Array.of(100, 200) })
  expect([outcome.at(0), outcome.at(1)]).toEqual([1, null])
  const dates = modelWith(
    `<itemDefinition name="Day"><typeRef>date</typeRef><allowedValues><text>&gt;= @"2026-01-01"</text></allowedValues></itemDefinition>${decision('x', 'Day', table('UNIQUE', 'x', '&gt; @"2000-01-01"'))}`,
  )
  const byDay = evaluateColumns(dates, 't', { x: Int32Array.of(20_454, 20_453) })
  expect([byDay.at(0), byDay.at(1)]).toEqual([1, null])
})
