import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annexOf, compile, evaluate, type Language, parse } from '../index.ts'
import type { DecisionTable } from '../model/model.ts'
import { WORDED_CODES, warningWords } from '../trace/warning-words.ts'
import { describe } from './describe.ts'

const place = { id: '', at: { line: 1, column: 1 } }
const text = (value: string) => ({ ...place, text: value })

interface Row {
  readonly tests: readonly string[]
  readonly outputs: readonly string[]
}

function tableOf(rows: readonly Row[], defaults: readonly (string | null)[] = [null, null]): DecisionTable {
  return {
    kind: 'table',
    ...place,
    typeRef: null,
    hitPolicy: 'UNIQUE',
    aggregator: null,
    outputLabel: '',
    annotations: [],
    inputs: ['a', 'b'].map(name => ({ ...place, label: '', expression: text(name), typeRef: null, values: null })),
    outputs: ['x', 'y'].map((name, i) => ({
      ...place,
      name,
      label: '',
      typeRef: null,
      values: null,
      defaultEntry: defaults[i] === null || defaults[i] === undefined ? null : text(defaults[i]),
    })),
    rules: rows.map(({ tests, outputs }) => ({
      ...place,
      description: '',
      tests: tests.map(text),
      outputs: outputs.map(text),
      annotations: [],
    })),
  }
}

const said = (language: Language, ...tests: readonly string[]): string | undefined =>
  describe(tableOf([{ tests, outputs: ['1', 'true'] }]), language).rules[0]?.text

test.each<[string, string, string, string]>([
  ['< 5', 'a is less than 5', 'a меньше 5', 'a мәні 5 мәнінен аз'],
  ['>= 0.5', 'a is at least 0.5', 'a не меньше 0,5', 'a мәні 0,5 мәнінен кем емес'],
  ['true', 'a is yes', 'a — да', 'a — иә'],
  ['null', 'a is missing', 'a — нет значения', 'a — мәні жоқ'],
  ['"u"', 'a is «u»', 'a — «u»', 'a — «u»'],
  ['"u", "v"', 'a is one of: «u», «v»', 'a — одно из: «u», «v»', 'a — мыналардың бірі: «u», «v»'],
  ['not("u")', 'a is anything but «u»', 'a — что угодно, кроме «u»', 'a — мынадан басқа кез келген мән: «u»'],
  [
    '[1..5)',
    'a is at least 1 and less than 5',
    'a не меньше 1 и меньше 5',
    'a мәні 1 мәнінен кем емес және 5 мәнінен аз',
  ],
  [
    '7, 8, (1..5]',
    'a is (one of: 7, 8) or (more than 1 and at most 5)',
    'a — (одно из: 7, 8) или (больше 1 и не больше 5)',
    'a — (мыналардың бірі: 7, 8) немесе (1 мәнінен көп және 5 мәнінен артық емес)',
  ],
  ['not(< 5)', 'a is not (less than 5)', 'a не (меньше 5)', 'a мәні мынадай емес: (5 мәнінен аз)'],
  [
    '< date("2026-01-01")',
    'a is before 1 January 2026',
    'a раньше 1 января 2026 г.',
    'a мәні 2026 жылғы 1 қаңтар сәтінен бұрын',
  ],
  [
    '<= @"2026-03-02T04:05:06Z"',
    'a is not after 2 March 2026, 04:05:06 UTC',
    'a не позже 2 марта 2026 г., 04:05:06 UTC',
    'a мәні 2026 жылғы 2 наурыз, 04:05:06 UTC сәтінен кеш емес',
  ],
  [
    '> @"P1Y2M"',
    'a is longer than 1 year 2 months',
    'a больше, чем 1 год 2 месяца',
    'a мәні 1 жыл 2 ай мерзімінен ұзақ',
  ],
  [
    '<= @"P11DT21H5M1.5S"',
    'a is not longer than 11 days 21 hours 5 minutes 1.5 seconds',
    'a не больше, чем 11 дней 21 час 5 минут 1,5 секунды',
    'a мәні 11 күн 21 сағат 5 минут 1,5 секунд мерзімінен ұзақ емес',
  ],
  ['-@"P22D"', 'a is minus 22 days', 'a — минус 22 дня', 'a — минус 22 күн'],
  ['@"PT0S"', 'a is no time', 'a — нулевой срок', 'a — нөлдік мерзім'],
  [
    '< limit',
    'a is such that this holds: < limit',
    'a с выполнением условия: < limit',
    'a мәні мына шартты орындайды: < limit',
  ],
])('%s in words', (cell, en, ru, kk) => {
  expect(said('en', cell, '-')).toBe(`Rule 1: if ${en}, then x is 1 and y is yes.`)
  expect(said('ru', cell, '-')).toBe(`Правило 1: если ${ru}, то x — 1 и y — да.`)
  expect(said('kk', cell, '-')).toBe(`1-ереже: егер ${kk} болса, онда x — 1 және y — иә.`)
})

test('a choice beside another condition is held together by brackets', () => {
  expect(said('en', '1, > 5', '< 3')).toContain('if (a is 1 or more than 5) and b is less than 3, then')
  expect(said('ru', '1, > 5', '< 3')).toContain('если (a — 1 или больше 5) и b меньше 3, то')
  expect(said('kk', '1, > 5', '< 3')).toContain('егер (a — 1 немесе 5 мәнінен көп) және b мәні 3 мәнінен аз болса')
})

test('defaults are told in full, also where an output has none', () => {
  const rows = [{ tests: ['1', '-'], outputs: ['1', '2'] }]
  expect(describe(tableOf(rows, ['9', null]), 'en').otherwise).toBe('If no rule applies: x is 9 and y is missing.')
  expect(describe(tableOf(rows), 'en').otherwise).toBeNull()
})

const cell = fc.oneof(
  fc.constantFrom('-', 'true', 'false', 'null', 'not(null)', 'limit', '< limit', '!= 3', '(!= 4)'),
  fc
    .tuple(
      fc.constantFrom('', '< ', '<= ', '> ', '>= '),
      fc.constantFrom(
        '1',
        '2',
        '1.5',
        '-1',
        '"1"',
        '"u"',
        '@"2026-01-01"',
        '@"2026-11-01"',
        '@"P1M"',
        '@"P1D"',
        '@"PT1S"',
        '@"12:00:00"',
        '@"2026-01-01T00:00:00Z"',
      ),
    )
    .map(([operator, value]) => `${operator}${value}`),
  fc
    .tuple(fc.constantFrom('[', '('), fc.constantFrom('1', '2'), fc.constantFrom('5', '6'), fc.constantFrom(']', ')'))
    .map(([a, b, c, d]) => `${a}${b}..${c}${d}`),
  fc
    .tuple(fc.constantFrom('1, ', '1, 2, ', '"u", '), fc.constantFrom('3', '> 5', '[7..8]', 'null'))
    .map(([a, b]) => `${a}${b}`),
  fc.tuple(fc.constantFrom('1', '< 1', '[1..2]', '1, 2', '1, < 0')).map(([inside]) => `not(${inside})`),
)
const value = fc.constantFrom('1', '2', '1.5', '"1"', 'true', 'false', 'null', 'a + 1', '@"P1M"', '@"2026-01-01"')
const row = fc.record({ tests: fc.tuple(cell, cell), outputs: fc.tuple(value, value) })
const table = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 2 }),
  defaults: fc.tuple(fc.option(value), fc.option(value)),
})

/** A default that is null says as little as none. */
const meaning = ({ rows, defaults }: { rows: Row[]; defaults: readonly (string | null)[] }): string =>
  JSON.stringify([rows, defaults.every(one => one === null) ? null : defaults.map(one => one ?? 'null')])

test('tables that differ are described differently, in every language', () => {
  fc.assert(
    fc.property(
      table,
      table,
      fc.boolean(),
      fc.constantFrom<Language>('en', 'ru', 'kk'),
      (one, other, alike, language) => {
        const [first] = one.rows
        const changed =
          alike && first !== undefined
            ? { ...one, rows: [{ ...first, tests: other.rows[0]?.tests ?? first.tests }, ...one.rows.slice(1)] }
            : other
        const words = [one, changed].map(each => JSON.stringify(describe(tableOf(each.rows, each.defaults), language)))
        expect(words[0] === words[1]).toBe(meaning(one) === meaning(changed))
      },
    ),
    { numRuns: 3000 },
  )
})

test('an annex has no FEEL and no code in it', () => {
  const parsed = parse(`<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="n">
    <inputData id="i" name="born"><variable name="born" typeRef="date"/></inputData><inputData id="n" name="n"><variable name="n" typeRef="number"/></inputData>
    <decision id="t" name="t"><variable name="t"/><informationRequirement><requiredInput href="#i"/></informationRequirement><informationRequirement><requiredInput href="#n"/></informationRequirement>
    <decisionTable hitPolicy="FIRST"><input><inputExpression><text>born</text></inputExpression></input><output><defaultOutputEntry><text>"none"</text></defaultOutputEntry></output>
    <rule><inputEntry><text>&lt; date("2026-01-01")</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision></definitions>`)
  if (!parsed.ok) throw new Error('no model')
  const { trace } = evaluate(compile(parsed.model), 't', { born: '2026-02-03', n: 'many' }, { trace: true })
  const lines = (language: Language) => annexOf(trace as NonNullable<typeof trace>, language).map(line => line.text)
  expect(lines('ru')).toContain(
    'правило 1 не применено: born — 3 февраля 2026 г., правило требует: раньше 1 января 2026 г.',
  )
  expect(lines('ru')).toContain('ни одно правило не применимо: действует значение таблицы по умолчанию')
  expect(lines('kk')).toContain(
    '1-ереже қолданылмады: born мәні 2026 жылғы 3 ақпан, ереже мынаны талап етеді: 2026 жылғы 1 қаңтар сәтінен бұрын',
  )
  expect(lines('en')).toContain('n: the value given is not allowed or not of the right kind')
  for (const language of ['en', 'ru', 'kk'] as const) {
    expect(lines(language).join('\n')).not.toMatch(/dmn\.|feel\.|date\(/)
    for (const code of WORDED_CODES) expect(warningWords(code, language)).toMatch(/^[^.]{10,}$/)
    expect(warningWords('feel.of-tomorrow', language)).not.toContain('feel.')
  }
})
