import { fromJson, toJson } from '@tereze/feel'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { analyse, annexOf, compile, describe, evaluate, type Model, parse } from '../index.ts'
import schema from '../trace/trace.schema.json' with { type: 'json' }

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="benefit" namespace="urn:benefit">
  <itemDefinition name="Status"><typeRef>string</typeRef><allowedValues><text>"employed", "none"</text></allowedValues></itemDefinition>
  <itemDefinition name="Applicant">
    <itemComponent name="birth date"><typeRef>date</typeRef></itemComponent>
    <itemComponent name="status"><typeRef>Status</typeRef></itemComponent>
  </itemDefinition>
  <inputData id="a" name="applicant"><variable name="applicant" typeRef="Applicant"/></inputData>
  <inputData id="i" name="income"><variable name="income" typeRef="number"/></inputData>
  <decision id="age" name="age">
    <variable name="age" typeRef="number"/>
    <informationRequirement><requiredInput href="#a"/></informationRequirement>
    <literalExpression><text>years and months duration(applicant.birth date, today()).years</text></literalExpression>
  </decision>
  <decision id="e" name="eligibility">
    <variable name="eligibility"/>
    <informationRequirement><requiredDecision href="#age"/></informationRequirement>
    <informationRequirement><requiredInput href="#i"/></informationRequirement>
    <informationRequirement><requiredInput href="#a"/></informationRequirement>
    <decisionTable id="t" hitPolicy="UNIQUE">
      <input id="c1" label="Age"><inputExpression typeRef="number"><text>age</text></inputExpression></input>
      <input id="c2" label="Income"><inputExpression typeRef="number"><text>income</text></inputExpression></input>
      <output id="o1" name="outcome"><defaultOutputEntry><text>"unclear"</text></defaultOutputEntry></output>
      <output id="o2" name="amount"><defaultOutputEntry><text>0</text></defaultOutputEntry></output>
      <annotation name="clause"/>
      <rule id="r1"><inputEntry><text>&lt; 18</text></inputEntry><inputEntry><text>-</text></inputEntry>
        <outputEntry><text>"refused"</text></outputEntry><outputEntry><text>0</text></outputEntry><annotationEntry><text>7.1</text></annotationEntry></rule>
      <rule id="r2"><inputEntry><text>&gt;= 18</text></inputEntry><inputEntry><text>&lt; 50000.50</text></inputEntry>
        <outputEntry><text>"granted"</text></outputEntry><outputEntry><text>41000 + 0.5</text></outputEntry><annotationEntry><text>7.2</text></annotationEntry></rule>
      <rule id="r3"><inputEntry><text>&gt;= 18</text></inputEntry><inputEntry><text>&gt; 50000.50</text></inputEntry>
        <outputEntry><text>"refused"</text></outputEntry><outputEntry><text>0</text></outputEntry><annotationEntry><text>7.5</text></annotationEntry></rule>
    </decisionTable>
  </decision>
  <decision id="x" name="loop">
    <variable name="loop"/><informationRequirement><requiredDecision href="#y"/></informationRequirement>
    <literalExpression><text>1</text></literalExpression>
  </decision>
  <decision id="y" name="pool">
    <variable name="pool"/><informationRequirement><requiredDecision href="#x"/></informationRequirement>
    <literalExpression><text>1 +</text></literalExpression>
  </decision>
</definitions>`

function model(xml = XML): Model {
  const parsed = parse(xml)
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message)
  return parsed.model
}

const compiled = compile(model())
const options = { now: '2026-03-02T04:00:00Z', zone: 'Asia/Almaty' }
const input = (birth: string, income: unknown, status = 'none') =>
  fromJson({ applicant: { 'birth date': birth, status }, income }) as Record<string, never>

test('a decision over JSON data, dates as ISO text', () => {
  const { value, warnings } = evaluate(compiled, 'eligibility', input('2000-05-05', 50000.49), options)
  expect(toJson(value)).toEqual({ outcome: 'granted', amount: 41000.5 })
  expect(warnings).toEqual([])
  expect(toJson(evaluate(compiled, 'eligibility', input('2000-05-05', 50000.5), options).value)).toEqual({
    outcome: 'unclear',
    amount: 0,
  })
})

test('a value that is not allowed is null with a warning', () => {
  const { warnings } = evaluate(compiled, 'eligibility', input('2000-05-05', 1, 'retired'), options)
  expect(warnings[0]).toMatchObject({ code: 'dmn.input-not-allowed', decision: 'applicant' })
})

test('the trace says what was tried and why not, and is of its schema', () => {
  const { trace } = evaluate(compiled, 'eligibility', input('2000-05-05', 1), { ...options, trace: true })
  const table = trace?.decisions.at(-1)?.tables[0]
  expect(trace?.decisions.map(decision => [decision.name, decision.value])).toEqual([
    ['age', 25],
    ['eligibility', { outcome: 'granted', amount: 41000.5 }],
  ])
  expect(table?.chosen).toEqual([2])
  expect(table?.rules).toEqual([
    { rule: 1, id: 'r1', matched: false, failed: { input: 'Age', test: '< 18', value: 25 } },
    {
      rule: 2,
      id: 'r2',
      matched: true,
      annotations: { clause: '7.2' },
      outputs: { outcome: 'granted', amount: 41000.5 },
    },
    { rule: 3, id: 'r3', matched: false, failed: { input: 'Income', test: '> 50000.50', value: 1 } },
  ])
  const validate = new Ajv2020({ strict: false }).compile(schema)
  expect(validate(JSON.parse(JSON.stringify(trace)))).toBe(true)
})

test('the same evaluation gives the same trace, byte for byte', () => {
  const once = () =>
    JSON.stringify(evaluate(compiled, 'eligibility', input('2000-05-05', 1), { ...options, trace: true }).trace)
  expect(once()).toBe(once())
})

test('problems have a place in the source', () => {
  expect(compiled.problems.map(problem => [problem.code, problem.element, problem.at.line])).toEqual([
    ['dmn.requirement-cyclic', 'y', 38],
    ['dmn.requirement-cyclic', 'x', 34],
    ['dmn.expression-invalid', '', 40],
  ])
  expect(evaluate(compiled, 'loop', {}).warnings[0]?.code).toBe('dmn.requirement-cyclic')
  expect(evaluate(compiled, 'nothing', {}).warnings[0]?.code).toBe('dmn.decision-unknown')
})

test('documents that are no models are refused with a place', () => {
  expect(parse('<a><b></a>')).toMatchObject({ ok: false, errors: [{ code: 'dmn.xml-invalid' }] })
  expect(parse('<a/>')).toMatchObject({ ok: false, errors: [{ code: 'dmn.not-a-model', at: { line: 1, column: 1 } }] })
  expect(parse('')).toMatchObject({ ok: false })
  expect(parse('<a>'.repeat(100_000))).toMatchObject({ ok: false, errors: [{ code: 'dmn.xml-invalid' }] })
})

test('the table is analysed and put into words', () => {
  const table = model().decisions[1]?.expression
  if (table?.kind !== 'table') throw new Error('no table')
  expect(analyse(table, { model: model() }).gaps).toEqual([
    { where: { age: '>= 18', income: '50000.5' }, example: { age: 18, income: 50000.5 } },
  ])
  expect(describe(table, 'en').rules[1]?.text).toBe(
    'Rule 2: if Age is at least 18 and Income is less than 50000.5, then outcome is «granted» and amount is 41000.5.',
  )
  expect(describe(table, 'ru').rules[0]?.text).toBe(
    'Правило 1: если Age меньше 18, то outcome — «refused» и amount — 0.',
  )
  expect(describe(table, 'kk').otherwise).toBe('Ешбір ереже қолданылмаса: outcome — «unclear» және amount — 0.')
})

test('a long chain of decisions is decided without recursion', () => {
  const count = 10_000
  const decisions = Array.from(
    { length: count },
    (_, i) =>
      `<decision id="d${i}" name="d${i}"><variable name="d${i}"/>${
        i === 0 ? '' : `<informationRequirement><requiredDecision href="#d${i - 1}"/></informationRequirement>`
      }<literalExpression><text>${i === 0 ? '1' : `d${i - 1} + 1`}</text></literalExpression></decision>`,
  )
  const long = compile(
    model(
      `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="n">${decisions.join('')}</definitions>`,
    ),
  )
  expect(evaluate(long, `d${count - 1}`, {}).value).toBe(count)
})

test('the trace prints as an annex', () => {
  const { trace } = evaluate(compiled, 'eligibility', input('2000-05-05', 1.5), { ...options, trace: true })
  if (trace === undefined) throw new Error('no trace')
  const text = (language: 'en' | 'ru' | 'kk') => annexOf(trace, language).map(line => line.text)
  expect(text('en')).toContain('rule 2 applies (clause 7.2)')
  expect(text('en')).toContain('rule 1 does not apply: Age is 25, the rule asks for less than 18')
  expect(text('ru')).toContain('правило 3 не применено: Income — 1,5, правило требует: больше 50000,5')
  expect(text('kk').at(-1)).toBe('Қорытынды: outcome: granted; amount: 41000,5')
  expect(new Set((['en', 'ru', 'kk'] as const).map(language => text(language).length)).size).toBe(1)
  const worded = annexOf(trace, 'en', {
    decision: name => (name === 'eligibility' ? 'What is due' : undefined),
    column: label => (label === 'Age' ? 'Years of age' : undefined),
    data: path => (path.at(-1) === 'birth date' ? 'Born on' : undefined),
    value: value => (value === '2000-05-05' ? '5 May 2000' : undefined),
  }).map(line => line.text)
  expect(worded).toContain('Born on: 5 May 2000')
  expect(worded).toContain('rule 1 does not apply: Years of age is 25, the rule asks for less than 18')
  expect(worded[0]).toContain('“What is due”')
})

test('a table of 20 000 rules is indexed, not scanned', () => {
  const rules = Array.from(
    { length: 20_000 },
    (_, i) =>
      `<rule><inputEntry><text>[${i}..${i + 1})</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>${i}</text></outputEntry></rule>`,
  )
  const large = compile(
    model(`<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="n"><inputData id="i" name="x"><variable name="x" typeRef="number"/></inputData>
    <decision id="d" name="d"><variable name="d"/><informationRequirement><requiredInput href="#i"/></informationRequirement><decisionTable hitPolicy="FIRST">
    <input><inputExpression><text>x</text></inputExpression></input><input><inputExpression><text>x + 1</text></inputExpression></input><output/>${rules.join('')}</decisionTable></decision></definitions>`),
  )
  for (const x of [0, 7.5, 19_999]) expect(evaluate(large, 'd', { x }).value).toBe(Math.floor(x))
  // Each look would be 20 000 steps if every rule were tried.
  expect(evaluate(large, 'd', { x: 12_345 }, { limits: { steps: 100 } })).toEqual({ value: 12_345, warnings: [] })
  expect(evaluate(large, 'd', { x: 20_000 }).value).toBeNull()
})
