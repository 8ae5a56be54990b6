import {
  compileUnaryTests,
  evaluate as evaluateFeel,
  evaluateUnaryTests,
  type FeelValue,
  fromJson,
  parseDate,
  toJson,
} from '@tereze/feel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, compileRows, evaluate, evaluateColumns, parse } from '../index.ts'

// The look-up, the row, the column and the full evaluation (which a trace forces) are four ways to the same value.

const numberCell = fc.oneof(
  fc.constant('-'),
  fc.integer({ min: -1, max: 4 }).map(String),
  fc
    .tuple(
      fc.constantFrom('<', '<=', '>', '>=', '!='),
      fc.constantFrom('0', '1.5', '3', '-1', '12345678901234567890.5'),
    )
    .map(([op, n]) => `${op} ${n}`),
  fc
    .tuple(
      fc.constantFrom('[', '('),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom(']', ')'),
    )
    .map(([a, b, c, d]) => `${a}${b}..${c}${d}`),
  fc.constantFrom('not(1, 3)', '(!= 2)', '(= 2)', '1, 2', 'null', '? > 2', 'not(null)', 'x + 1'),
)
const textCell = fc.constantFrom(
  '-',
  '"a"',
  '"b"',
  '"a","b"',
  'not("a")',
  '< "b"',
  '["a".."c")',
  'null',
  '"😀"',
  '> "\uffee"',
)
const dateCell = fc.constantFrom(
  '-',
  '< date("2024-02-29")',
  '>= @"2024-03-01"',
  'date("2023-12-31")',
  '[date("2024-01-01")..date("2024-12-31")]',
)
const row = fc.tuple(numberCell, textCell, dateCell, fc.constantFrom('"r"', '1', 'x * 2', '"r" + s'))
const person = fc.record({
  x: fc.oneof(
    fc.constantFrom<unknown>(0, 1, 1.5, 2, 3, 4, -1, null, 'text', true),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  ),
  s: fc.constantFrom<unknown>('a', 'b', 'c', 'aa', '', '😀', '\uffef', null, 5),
  d: fc.constantFrom<unknown>('2023-12-31', '2024-02-29', '2024-03-01', '2023-02-29', 'soon', null, 7, '2025-01-01'),
})

function modelOf(rows: readonly (readonly [string, string, string, string])[], policy: string, allowed: boolean) {
  const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const rules = rows.map(
    ([n, s, d, out]) =>
      `<rule>${[n, s, d].map(cell => `<inputEntry><text>${xml(cell)}</text></inputEntry>`).join('')}<outputEntry><text>${xml(out)}</text></outputEntry></rule>`,
  )
  const constraint = allowed ? '<allowedValues><text>"a","b","c","😀"</text></allowedValues>' : ''
  const parsed = parse(`<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="n">
    <itemDefinition name="S"><typeRef>string</typeRef>${constraint}</itemDefinition>
    <inputData id="x" name="x"><variable name="x" typeRef="number"/></inputData>
    <inputData id="s" name="s"><variable name="s" typeRef="S"/></inputData>
    <inputData id="d" name="d"><variable name="d" typeRef="date"/></inputData>
    <decision id="t" name="t"><variable name="t"/>${['x', 's', 'd'].map(id => `<informationRequirement><requiredInput href="#${id}"/></informationRequirement>`).join('')}
    <decisionTable hitPolicy="${policy}">${['x', 's', 'd'].map(id => `<input><inputExpression><text>${id}</text></inputExpression></input>`).join('')}
    <output name="o"><outputValues><text>"r", 1, "none"</text></outputValues><defaultOutputEntry><text>"none"</text></defaultOutputEntry></output>${rules.join('')}</decisionTable></decision></definitions>`)
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message)
  return compile(parsed.model)
}

/** The first matching row by asking FEEL for every cell, one after the other: no index, no program. */
function plainFirst(
  rows: readonly (readonly [string, string, string, string])[],
  allowed: boolean,
  p: { x: unknown; s: unknown; d: unknown },
): FeelValue {
  const isAllowed = typeof p.s === 'string' && (!allowed || ['a', 'b', 'c', '😀'].includes(p.s))
  const x = typeof p.x === 'number' ? fromJson(p.x) : null
  const s = isAllowed ? (p.s as string) : null
  const d = typeof p.d === 'string' ? parseDate(p.d) : null
  const names = ['x', 's', 'd']
  const context = { x, s, d }
  const found = rows.find(row =>
    [x, s, d].every((value, i) => {
      const tests = compileUnaryTests(row[i] ?? '', { names })
      return tests.ok && evaluateUnaryTests(tests.expression, value, context).value === true
    }),
  )
  const output = evaluateFeel(found === undefined ? '"none"' : found[3], context)
  // An output that is not listed is null.
  return output.ok && ['r', 1, 'none'].some(listed => listed === output.value) ? output.value : null
}

test('look-up, row, column and full evaluation agree', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 40 }),
      fc.constantFrom('UNIQUE', 'FIRST', 'ANY', 'PRIORITY', 'COLLECT', 'RULE ORDER'),
      fc.boolean(),
      fc.array(person, { minLength: 20, maxLength: 20 }),
      (rows, policy, allowed, people) => {
        const compiled = modelOf(rows, policy, allowed)
        const byColumn = evaluateColumns(compiled, 't', {
          x: people.map(p => p.x),
          s: people.map(p => p.s),
          d: people.map(p => p.d),
        })
        const byRow = compileRows(compiled, 't')
        for (const [i, p] of people.entries()) {
          const full = evaluate(compiled, 't', fromJson(p) as never, { trace: true })
          const quick = evaluate(compiled, 't', p as never)
          expect(toJson(quick.value)).toEqual(toJson(full.value))
          expect(quick.warnings.length).toBe(full.warnings.length)
          if (policy === 'FIRST') expect(toJson(quick.value)).toEqual(toJson(plainFirst(rows, allowed, p)))
          expect(toJson(byColumn.at(i))).toEqual(toJson(full.value))
          if (byRow === null || full.warnings.length > 0 || p.x === null || p.s === null || p.d === null) continue
          const values: Record<string, FeelValue> = {
            x: p.x as number,
            s: p.s as string,
            d: parseDate(p.d as string)?.days ?? null,
          }
          const value = byRow.decide(byRow.columns.map(name => values[name] as number))
          if (value !== undefined) expect(toJson(value)).toEqual(toJson(full.value))
        }
      },
    ),
    { numRuns: 150 },
  )
})

const applicant = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record(
      {
        age: fc.constantFrom<unknown>(10, 18, 30.5, null, 'x'),
        kind: fc.constantFrom<unknown>('a', 'b', 'z', null),
        extra: fc.constantFrom<unknown>(1, 'wrong'),
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, 5, 'text', [], [{ age: 20, kind: 'a' }]) },
)

test('inputs with components agree, by name and by dotted columns', () => {
  const parsed = parse(`<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="n">
    <itemDefinition name="K"><typeRef>string</typeRef><allowedValues><text>"a","b"</text></allowedValues></itemDefinition>
    <itemDefinition name="A"><itemComponent name="age"><typeRef>number</typeRef></itemComponent><itemComponent name="kind"><typeRef>K</typeRef></itemComponent><itemComponent name="extra"><typeRef>number</typeRef></itemComponent></itemDefinition>
    <inputData id="p" name="p"><variable name="p" typeRef="A"/></inputData>
    <decision id="t" name="t"><variable name="t" typeRef="string"/><informationRequirement><requiredInput href="#p"/></informationRequirement>
    <decisionTable hitPolicy="FIRST"><input><inputExpression><text>p.age</text></inputExpression></input><input><inputExpression><text>p.kind</text></inputExpression></input><output/>
    <rule><inputEntry><text>&lt; 18</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>"young"</text></outputEntry></rule>
    <rule><inputEntry><text>&gt;= 18</text></inputEntry><inputEntry><text>"a"</text></inputEntry><outputEntry><text>"first"</text></outputEntry></rule>
    <rule><inputEntry><text>-</text></inputEntry><inputEntry><text>not("a")</text></inputEntry><outputEntry><text>"other"</text></outputEntry></rule></decisionTable></decision></definitions>`)
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message)
  const compiled = compile(parsed.model)
  fc.assert(
    fc.property(fc.array(applicant, { minLength: 5, maxLength: 5 }), applicants => {
      for (const p of applicants) {
        const full = evaluate(compiled, 't', fromJson({ p }) as never, { trace: true })
        const quick = evaluate(compiled, 't', { p } as never)
        expect(quick.value).toEqual(full.value)
        expect(quick.warnings.length).toBe(full.warnings.length)
      }
      const people = applicants.map(p =>
        typeof p === 'object' && p !== null && !Array.isArray(p) ? (p as Record<string, unknown>) : {},
      )
      const byColumn = evaluateColumns(compiled, 't', {
        'p.age': people.map(p => p.age ?? null),
        'p.kind': people.map(p => p.kind ?? null),
        'p.extra': people.map(p => p.extra ?? null),
      })
      for (const [i, p] of people.entries()) {
        const whole = { age: p.age ?? null, kind: p.kind ?? null, extra: p.extra ?? null }
        expect(byColumn.at(i)).toEqual(evaluate(compiled, 't', fromJson({ p: whole }) as never, { trace: true }).value)
      }
    }),
    { numRuns: 500 },
  )
})
