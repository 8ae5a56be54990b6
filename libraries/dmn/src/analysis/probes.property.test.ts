import {
  type CompiledExpression,
  compileUnaryTests,
  evaluate,
  evaluateUnaryTests,
  type FeelValue,
  type Json,
  parseDate,
  parseDateTime,
  parseDuration,
  parseNumeral,
  parseTime,
} from '@tereze/feel'
import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import type { DecisionTable, HitPolicy } from '../model/model.ts'
import { type Analysis, analyse, type Region } from './analyse.ts'

// Every finding is compared with FEEL itself, which is asked cell by cell for inputs at, beside and between the constants.

interface Kind {
  readonly type: string
  /** Constants that cells name. */
  readonly points: readonly string[]
  /** Constants that only inputs have. */
  readonly others: readonly string[]
  readonly read: (json: Json) => FeelValue
}

const at = (texts: readonly string[]): string[] => texts.map(text => `@"${text}"`)
const KINDS: readonly Kind[] = [
  {
    type: 'number',
    points: ['0', '1', '1.0', '2', '-3.5', '12345678901234567890.5', '12345678901234567890.6'],
    others: ['0.5', '1.000000000000000000000000000001', '-4', '3', '12345678901234567890.55'],
    read: json => (typeof json === 'string' ? parseNumeral(json) : (json as number)),
  },
  {
    type: 'string',
    points: ['""', '"a"', '"a "', '"a\\u0001"', '"a-"', '"b"', '"\\U01F600"'],
    others: ['"a\\u0000"', '"aa"', '"Z"', '"~"', '"\\uFFEE"', '"a\\u0001\\u0001"'],
    read: json => json as string,
  },
  {
    type: 'date',
    points: at([
      '2026-01-01',
      '2026-01-02',
      '2026-01-04',
      '-0044-03-15',
      '9999-12-31',
      '999999999-12-31',
      '-999999999-01-01',
    ]),
    others: at(['2026-01-03', '2025-12-31', '-0044-03-14', '10000-01-01', '0000-02-29']),
    read: json => parseDate(json as string),
  },
  {
    type: 'time',
    points: at(['00:00:00Z', '12:00:00Z', '12:00:01Z', '12:00:03Z', '12:00:00+05:00', '23:59:59Z', '23:59:59-18:00']),
    others: at(['12:00:00.5Z', '12:00:02Z', '03:00:00Z', '00:00:00+18:00', '11:59:59.999999999Z']),
    read: json => parseTime(json as string),
  },
  {
    type: 'time',
    points: at(['00:00:00', '12:00:00', '12:00:01', '23:59:59']),
    others: at(['12:00:00.5', '00:00:00.000000001', '23:59:59.9', '06:00:00']),
    read: json => parseTime(json as string),
  },
  {
    type: 'date and time',
    points: at([
      '2026-01-01T00:00:00Z',
      '2026-01-01T00:00:01Z',
      '2026-01-01T05:00:00+05:00',
      '2026-01-01T00:00:03Z',
      '-0044-03-15T12:00:00Z',
    ]),
    others: at([
      '2026-01-01T00:00:00.5Z',
      '2026-01-01T00:00:02Z',
      '2027-01-01T00:00:00@Asia/Almaty',
      '-0045-03-15T12:00:00Z',
      '2025-12-31T23:59:59.5Z',
    ]),
    read: json => parseDateTime(json as string),
  },
  {
    type: 'date and time',
    points: at(['2026-01-01T00:00:00', '2026-01-01T00:00:01', '999999999-12-31T23:59:59', '-999999999-01-01T00:00:00']),
    others: at(['2026-01-01T00:00:00.5', '2026-06-01T00:00:00', '2025-12-31T23:59:59']),
    read: json => parseDateTime(json as string),
  },
  {
    type: 'days and time duration',
    points: at(['P1D', 'PT24H', 'PT0S', 'PT0.000000001S', 'PT0.000000003S', '-P1D']),
    others: at(['PT0.000000002S', 'PT1S', '-P2D', 'P3D', '-PT1S']),
    read: json => parseDuration(json as string),
  },
  {
    type: 'years and months duration',
    points: at(['P1M', 'P2M', 'P4M', 'P1Y', 'P12M', '-P1M']),
    others: at(['P3M', 'P0M', 'P5Y', '-P2M']),
    read: json => parseDuration(json as string),
  },
  { type: 'boolean', points: ['true', 'false'], others: [], read: json => json as boolean },
]

const cellOf = ({ type, points }: Kind): fc.Arbitrary<string> => {
  const point = fc.constantFrom(...points)
  const simple = fc.oneof(
    { weight: 4, arbitrary: fc.constant('-') },
    { weight: 2, arbitrary: point },
    { weight: 1, arbitrary: fc.constantFrom('null', 'not(null)') },
    { weight: 1, arbitrary: fc.tuple(point, point).map(([a, b]) => `${a}, ${b}`) },
    { weight: 1, arbitrary: fc.tuple(point, point).map(([a, b]) => `not(${a}, ${b})`) },
    { weight: 1, arbitrary: point.map(a => `null, ${a}`) },
  )
  if (type === 'boolean') return simple
  return fc.oneof(
    simple,
    fc.tuple(fc.constantFrom('<', '<=', '>', '>='), point).map(([operator, a]) => `${operator} ${a}`),
    fc
      .tuple(fc.constantFrom('[', '('), point, point, fc.constantFrom(']', ')'))
      .map(([open, a, b, close]) => `${open}${a}..${b}${close}`),
    fc.tuple(point, point).map(([a, b]) => `<= ${a}, > ${b}`),
  )
}

const text = (value: string) => ({ id: '', at: { line: 1, column: 1 }, text: value })

function tableOf(kinds: readonly Kind[], rows: readonly (readonly string[])[], hitPolicy: HitPolicy): DecisionTable {
  const place = { id: '', at: { line: 1, column: 1 } }
  return {
    kind: 'table',
    ...place,
    typeRef: null,
    hitPolicy,
    aggregator: null,
    outputLabel: '',
    annotations: [],
    inputs: kinds.map(({ type }, i) => ({
      ...place,
      label: '',
      expression: text(`x${i}`),
      typeRef: type,
      values: null,
    })),
    outputs: [{ ...place, name: 'o', label: '', typeRef: null, values: text('3, 1, 2, 0'), defaultEntry: null }],
    rules: rows.map((row, i) => ({
      ...place,
      description: '',
      tests: row.map(text),
      outputs: [text(`${i % 4}${i % 3 === 0 ? '.0' : ''}`)],
      annotations: [],
    })),
  }
}

const compiled = new Map<string, CompiledExpression>()
function matches(cell: string, value: FeelValue): boolean {
  let tests = compiled.get(cell)
  if (tests === undefined) {
    const made = compileUnaryTests(cell)
    if (!made.ok) throw new Error(cell)
    tests = made.expression
    compiled.set(cell, tests)
  }
  return evaluateUnaryTests(tests, value, {}).value === true
}

const values = new Map<string, FeelValue>()
function constant(literal: string): FeelValue {
  const known = values.get(literal)
  if (known !== undefined) return known
  const made = evaluate(literal)
  if (!made.ok || (made.value === null && literal !== 'null')) throw new Error(literal)
  values.set(literal, made.value)
  return made.value
}

/** Literals repeat themselves, and so do answers about them. */
const answers = new Map<string, boolean>()
function holds(cell: string, literal: string): boolean {
  const key = `${cell}\n${literal}`
  let answer = answers.get(key)
  if (answer === undefined) {
    answer = matches(cell, constant(literal))
    answers.set(key, answer)
  }
  return answer
}

interface Case {
  readonly kinds: readonly Kind[]
  readonly rows: readonly (readonly string[])[]
  readonly policy: HitPolicy
  readonly probes: readonly (readonly string[])[]
}

const PROBES = 125
const cases: fc.Arbitrary<Case> = fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 3 }).chain(kinds =>
  fc.record({
    kinds: fc.constant(kinds),
    rows: fc.array(fc.tuple(...kinds.map(cellOf)) as fc.Arbitrary<string[]>, { minLength: 1, maxLength: 7 }),
    policy: fc.constantFrom<HitPolicy>('UNIQUE', 'FIRST', 'PRIORITY', 'ANY'),
    probes: fc.array(
      fc.tuple(...kinds.map(({ points, others }) => fc.constantFrom(...points, ...others, 'null'))) as fc.Arbitrary<
        string[]
      >,
      { minLength: PROBES, maxLength: PROBES },
    ),
  }),
)

/** Numbers of the rules that FEEL says match. */
function matched(rows: Case['rows'], probe: readonly FeelValue[]): number[] {
  return rows.flatMap((row, i) => (row.every((cell, column) => matches(cell, probe[column] ?? null)) ? [i + 1] : []))
}

function matchedBy(rows: Case['rows'], probe: readonly string[]): number[] {
  return rows.flatMap((row, i) => (row.every((cell, column) => holds(cell, probe[column] ?? 'null')) ? [i + 1] : []))
}

const around = (region: Region, probe: readonly string[]): boolean =>
  probe.every((literal, i) => holds(region.where[`x${i}`] ?? '-', literal))

const inside = (region: Region, probe: readonly FeelValue[]): boolean =>
  probe.every((value, i) => matches(region.where[`x${i}`] ?? '-', value))

function exampleOf(kinds: readonly Kind[], example: Readonly<Record<string, Json>>): FeelValue[] {
  return kinds.map(({ read }, i) => {
    const json = example[`x${i}`] ?? null
    const value = json === null ? null : read(json)
    expect(value === null).toBe(json === null)
    return value
  })
}

function checkGaps({ kinds, rows, probes }: Case, { gaps, complete }: Analysis, nulls: boolean): void {
  expect(complete).toBe(true)
  for (const gap of gaps) {
    const example = exampleOf(kinds, gap.example)
    expect(matched(rows, example)).toEqual([])
    expect(inside(gap, example)).toBe(true)
    if (!nulls) expect(example).not.toContain(null)
  }
  for (const literals of probes) {
    if (!nulls && literals.includes('null')) continue
    if (gaps.some(gap => around(gap, literals)) !== (matchedBy(rows, literals).length === 0))
      throw new Error(`${literals.join(' ')} of ${JSON.stringify(rows)}`)
  }
}

function checkRules({ kinds, rows, probes, policy }: Case, found: Analysis): void {
  const pairs = new Map(found.overlaps.map(overlap => [overlap.rules.join(' '), overlap]))
  for (const overlap of found.overlaps)
    expect(matched(rows, exampleOf(kinds, overlap.example))).toEqual(expect.arrayContaining([...overlap.rules]))
  const hidden = new Map(found.unreachable.map(one => [one.rule, one]))
  for (const one of found.unreachable)
    if (one.example !== null) expect(matched(rows, exampleOf(kinds, one.example))).toContain(one.rule)
  for (const { rule, by, example } of found.subsumed)
    expect(matched(rows, exampleOf(kinds, example))).toEqual(expect.arrayContaining([rule, by]))
  for (const literals of probes) {
    const valued = !literals.includes('null')
    const rules = matchedBy(rows, literals)
    for (const [i, a] of rules.entries())
      for (const b of rules.slice(i + 1)) {
        const overlap = pairs.get(`${a} ${b}`)
        if (overlap === undefined || (valued && !around(overlap, literals)))
          throw new Error(`no overlap of ${a} and ${b} at ${literals.join(' ')}`)
      }
    for (const overlap of found.overlaps)
      if (valued && around(overlap, literals)) expect(rules).toEqual(expect.arrayContaining([...overlap.rules]))
    for (const { rule, by } of found.subsumed) if (rules.includes(rule)) expect(rules).toContain(by)
    for (const rule of rules) {
      const one = hidden.get(rule)
      if (one === undefined) continue
      expect(one.reason).toBe('hidden')
      expect(rules.some(other => one.by.includes(other))).toBe(true)
      if (policy === 'FIRST') expect(rules[0]).not.toBe(rule)
    }
  }
}

test('random probes, 10⁵ in all, agree with every gap, overlap, hidden, subsumed and contradictory rule', () => {
  fc.assert(
    fc.property(cases, one => {
      const table = tableOf(one.kinds, one.rows, one.policy)
      const found = analyse(table)
      checkGaps(one, found, false)
      checkGaps(one, analyse(table, { nulls: true }), true)
      checkRules(one, found)
    }),
    { numRuns: 800 * inject('share') },
  )
}, 120_000)

/** Gaps of a table of one column, as the region and the example. */
function gapsOf(type: string, ...cells: readonly string[]): string[] {
  const kind = KINDS.find(one => one.type === type) as Kind
  return analyse(
    tableOf(
      [kind],
      cells.map(cell => [cell]),
      'UNIQUE',
    ),
  ).gaps.map(({ where, example }) => `${where.x0} e.g. ${JSON.stringify(example.x0)}`)
}

test.each<[string, string[], string[]]>([
  ['string', ['<= "a"', '>= "b"'], ['("a".."b") e.g. "a-"']],
  ['string', ['<= "a"', '>= "a-"'], ['("a".."a-") e.g. "a "']],
  ['string', ['<= "a"', '>= "a "'], ['("a".."a ") e.g. "a\\u0001"']],
  ['string', ['<= "a"', '>= "a\\u0001"'], ['("a".."a\u0001") e.g. "a\\u0000"']],
  ['string', ['<= "a"', '>= "a\\u0000"'], []],
  ['string', ['> ""'], ['"" e.g. ""']],
  ['date', ['<= @"2026-01-01"', '>= @"2026-01-02"'], []],
  ['date', ['<= @"2026-02-28"', '>= @"2026-03-02"'], ['(@"2026-02-28"..@"2026-03-02") e.g. "2026-03-01"']],
  ['date', ['<= date("9999-12-31")'], ['> @"9999-12-31" e.g. "10000-01-01"']],
  ['date', ['<= date("9999-12-31")', '> date("9999-12-31")'], []],
  ['date', ['<= date("999999999-12-31")'], []],
  ['date', ['>= date("-999999999-01-01")'], []],
  ['date', ['>= date("-0044-03-15")'], ['< @"-0044-03-15" e.g. "-0044-03-14"']],
  ['time', ['<= @"12:00:00Z"', '>= @"12:00:02Z"'], ['(@"12:00:00Z"..@"12:00:02Z") e.g. "12:00:01Z"']],
  ['time', ['< @"00:00:00Z"', '> @"00:00:00Z"'], ['@"00:00:00Z" e.g. "00:00:00Z"']],
  [
    'date and time',
    ['<= @"2026-01-01T00:00:00Z"', '>= @"2026-01-01T00:00:02Z"'],
    ['(@"2026-01-01T00:00:00Z"..@"2026-01-01T00:00:02Z") e.g. "2026-01-01T00:00:01Z"'],
  ],
  ['date and time', ['>= @"-0044-01-01T00:00:00Z"'], ['< @"-0044-01-01T00:00:00Z" e.g. "-0045-12-31T00:00:00Z"']],
  [
    'days and time duration',
    ['<= @"PT0S"', '>= @"PT0.000000002S"'],
    ['(@"PT0S"..@"PT0.000000002S") e.g. "PT0.000000001S"'],
  ],
  ['days and time duration', ['<= @"PT0S"', '>= @"PT1S"'], ['(@"PT0S"..@"PT1S") e.g. "PT0.5S"']],
  ['days and time duration', ['<= @"PT0S"', '>= @"PT0.000000001S"'], []],
  ['years and months duration', ['<= @"P1M"', '>= @"P2M"'], []],
  ['years and months duration', ['<= @"P1M"', '>= @"P3M"'], ['(@"P1M"..@"P3M") e.g. "P2M"']],
  ['number', ['<= 1e40'], [`> ${10n ** 40n} e.g. "2${'0'.repeat(40)}"`]],
])('%s: what %j leave out', (type, cells, expected) => {
  expect(gapsOf(type, ...cells)).toEqual(expected)
})

test('a fraction of a second between two seconds is a gap as far as FEEL tells it apart from both', () => {
  for (const [type, low, middle, high] of [
    ['time', '@"12:00:00Z"', '@"12:00:00.5Z"', '@"12:00:01Z"'],
    ['date and time', '@"2026-01-01T00:00:00Z"', '@"2026-01-01T00:00:00.5Z"', '@"2026-01-01T00:00:01Z"'],
  ] as const) {
    const told = matches(`> ${low}`, constant(middle)) && matches(`< ${high}`, constant(middle))
    expect(gapsOf(type, `<= ${low}`, `>= ${high}`).length).toBe(told ? 1 : 0)
  }
})

test('null is a value that a cell may ask for, and that is reported when it is asked about', () => {
  const kind = KINDS[0] as Kind
  const of = (cells: readonly string[], nulls: boolean) =>
    analyse(
      tableOf(
        [kind],
        cells.map(cell => [cell]),
        'UNIQUE',
      ),
      { nulls },
    )
  expect(of(['null', '< 1', '>= 1'], true)).toMatchObject({ gaps: [], overlaps: [], unreachable: [] })
  expect(of(['< 1', '>= 1'], false).gaps).toEqual([])
  expect(of(['< 1', '>= 1'], true).gaps).toEqual([{ where: { x0: 'null' }, example: { x0: null } }])
  expect(of(['< 1'], true).gaps).toEqual([{ where: { x0: '>= 1, null' }, example: { x0: 1 } }])
  expect(of(['null', '-'], false).overlaps).toMatchObject([
    { rules: [1, 2], where: { x0: 'null' }, example: { x0: null } },
  ])
})

test('rules that never win, by the hit policy', () => {
  const kind = KINDS[0] as Kind
  const hidden = (policy: HitPolicy, ...cells: readonly string[]) =>
    analyse(
      tableOf(
        [kind],
        cells.map(cell => [cell]),
        policy,
      ),
    ).unreachable.map(({ rule, by }) => `${rule} by ${by.join(',')}`)
  expect(hidden('FIRST', '< 5', '>= 5', 'null', '-')).toEqual(['4 by 1,2,3'])
  // Null is left for the last rule.
  expect(hidden('FIRST', '< 5', '>= 5', '-')).toEqual([])
  expect(hidden('UNIQUE', '< 5', '< 3', '> 5')).toEqual(['2 by 1'])
  // Outputs are 0.0, 1, 2, 3.0 and the most important is 3: the last rule wins over all.
  expect(hidden('PRIORITY', '< 5', '< 3', '> 7', '< 4')).toEqual(['2 by 4'])
  expect(hidden('ANY', '< 5', '< 3')).toEqual([])
})

test('outputs are compared as values', () => {
  const kind = KINDS[0] as Kind
  const table = tableOf([kind], [['-'], ['-'], ['-']], 'ANY')
  const outputs = ['1', '1.0', 'x']
  const rules = table.rules.map((rule, i) => ({ ...rule, outputs: [text(outputs[i] ?? '')] }))
  expect(analyse({ ...table, rules }).overlaps.map(({ rules: pair, conflict }) => [...pair, conflict])).toEqual([
    [1, 2, false],
    [1, 3, true],
    [2, 3, true],
  ])
})

test('defaults are told', () => {
  const kind = KINDS[0] as Kind
  const table = tableOf([kind], [['< 1']], 'UNIQUE')
  const [output] = table.outputs
  if (output === undefined) throw new Error('no output')
  const by = (...entries: (string | null)[]) =>
    analyse({
      ...table,
      outputs: entries.map(entry => ({ ...output, defaultEntry: entry === null ? null : text(entry) })),
    }).defaults
  expect([by(null), by('1', null), by('1', '2')]).toEqual(['none', 'some', 'all'])
})

test('a table of a hundred thousand cells is looked at in full', () => {
  const kind = KINDS[0] as Kind
  const count = 50_000
  const rows = Array.from({ length: count }, (_, i) => [`[${2 * i}..${2 * i + (i === 777 ? 1 : 2)})`, '-'])
  const found = analyse(
    tableOf([kind, kind], [...rows, ['< 0', '< 3'], ['< 0', '>= 2'], [`>= ${2 * count}`, '-']], 'UNIQUE'),
  )
  expect(found.complete).toBe(true)
  expect(found.gaps).toMatchObject([{ where: { x0: '[1555..1556)', x1: '-' } }])
  expect(found.overlaps.map(({ rules, where }) => [rules, where])).toEqual([
    [[count + 1, count + 2], { x0: '< 0', x1: '[2..3)' }],
  ])
  // What cannot be looked at in full is said to be so.
  expect(
    analyse(
      tableOf(
        [kind, kind],
        Array.from({ length: 6000 }, () => ['-', '-']),
        'UNIQUE',
      ),
    ).complete,
  ).toBe(false)
}, 60_000)
