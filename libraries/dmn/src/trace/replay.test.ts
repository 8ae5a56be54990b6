import { type FeelValue, fromJson, parseDate, parseNumeral } from '@tereze/feel'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { compile, type EvaluateOptions, evaluate, parse, replay, type StoredTrace, type Trace } from '../index.ts'
import { fromExact, toExact } from './exact-json.ts'
import { toFormatOne } from './format-one.ts'
import schema from './trace.schema.json' with { type: 'json' }

const validate = new Ajv2020({ strict: false }).compile(schema)

function read(inner: string, namespace = 'urn:m') {
  const parsed = parse(
    `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="${namespace}">${inner}</definitions>`,
  )
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message)
  return parsed.model
}

const literal = (text: string): string => `<literalExpression><text>${text}</text></literalExpression>`
const input = (name: string, type: string): string =>
  `<inputData id="${name}" name="${name}"><variable name="${name}" typeRef="${type}"/></inputData>`
const needs = (...ids: readonly string[]): string =>
  ids
    .map(
      id =>
        `<informationRequirement><requiredInput href="${id.includes('#') ? id : `#${id}`}"/></informationRequirement>`,
    )
    .join('')
const knows = (id: string): string => `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`
const rule = (test: string, output: string, id = ''): string =>
  `<rule${id === '' ? '' : ` id="${id}"`}>${test
    .split('|')
    .map(cell => `<inputEntry><text>${cell}</text></inputEntry>`)
    .join('')}<outputEntry><text>${output}</text></outputEntry></rule>`
const table = (columns: string, rules: string, output = '<output name="o"/>'): string =>
  `<decisionTable id="t" hitPolicy="FIRST">${columns
    .split('|')
    .map(column => `<input><inputExpression><text>${column}</text></inputExpression></input>`)
    .join('')}${output}${rules}</decisionTable>`

const compiled = compile(
  read(
    `${input('x', 'number')}${input('d', 'date')}
     <decision id="a" name="a"><variable name="a"/>${needs('x', 'd')}${literal('x')}</decision>
     <businessKnowledgeModel id="k" name="rate"><variable name="rate"/><encapsulatedLogic><formalParameter name="n" typeRef="number"/>${table('n', rule('&lt; 10', '"low"') + rule('&gt; 20', '"high"'), '<output name="o"><defaultOutputEntry><text>"middle"</text></defaultOutputEntry></output>')}</encapsulatedLogic></businessKnowledgeModel>
     <decision id="b" name="b"><variable name="b"/>${needs('x')}${knows('k')}${literal('rate(x)')}</decision>
     <decision id="c" name="c"><variable name="c"/>${needs('x', 'd')}${table('x|d|x', rule('1|-|2', '"r"', 'one') + rule('x + 1|@"2026-01-01"|&lt; 3', '"s"') + rule('-|-|-', '"t"'))}</decision>`,
  ),
)

function traced(name: string, data: Record<string, FeelValue>, options: EvaluateOptions = {}): Trace {
  const { trace } = evaluate(compiled, name, data, {
    now: '2026-03-02T04:00:00Z',
    zone: 'Asia/Almaty',
    zoneRules: '2026a',
    ...options,
    trace: true,
  })
  if (trace === undefined) throw new Error('no trace')
  expect(validate(JSON.parse(JSON.stringify(trace)))).toBe(true)
  return trace
}

/** As a store gives it back. */
const stored = (trace: StoredTrace): StoredTrace => JSON.parse(JSON.stringify(trace)) as StoredTrace

test.each<[string, Record<string, FeelValue>, EvaluateOptions]>([
  ['numbers beyond double precision', { x: parseNumeral('1234567890123456789012345678.000001'), d: '2026-02-01' }, {}],
  ['an input that is refused', { x: 'abc', d: 'never' }, {}],
  ['an input that is missing', {}, {}],
  ['null', { x: null, d: null }, {}],
  ['FEEL values, strictly', { x: 1, d: parseDate('-0044-03-15') }, { strict: true }],
  ['text that strictness refuses', { x: 1, d: '2026-02-01' }, { strict: true }],
  ['bounds of its own', { x: 1, d: '2026-02-01' }, { limits: { steps: 1 } }],
  ['a context that looks like a tag', { x: fromJson({ $feel: '12' }), d: fromJson({ $feel: { a: [1] } }) }, {}],
])('a trace is made again byte for byte: %s', (_, data, options) => {
  for (const name of ['a', 'b', 'c', 'rate', 'unknown']) {
    const trace = traced(name, { ...data, n: data.x ?? null }, options)
    const again = replay(compiled, stored(trace))
    expect(again.differences).toEqual([])
    expect(again.same).toBe(true)
    expect(JSON.stringify(again.trace)).toBe(JSON.stringify(trace))
  }
})

test('a refused input is kept as it was given, with its warning', () => {
  const trace = traced('a', { x: 'abc' })
  expect(trace.inputs[0]).toEqual({ name: 'x', path: ['x'], given: 'abc', value: null })
  expect(trace.inputs[1]).toEqual({ name: 'd', path: ['d'], value: null })
  expect(trace.warnings.map(warning => warning.code)).toEqual(['dmn.input-not-allowed'])
})

test('a trace that was changed, or another model, is told where', () => {
  const trace = stored(traced('a', { x: 7, d: '2026-02-01' })) as Trace
  const forged = { ...trace, value: 8 }
  expect(replay(compiled, forged)).toMatchObject({ same: false, differences: [{ at: '/value', was: 8, is: 7 }] })
  const other = compile(
    read(
      `${input('x', 'number')}<decision id="a" name="a"><variable name="a"/>${needs('x')}${literal('x + 1')}</decision>`,
    ),
  )
  expect(replay(other, trace).differences.map(({ at }) => at)).toContain('/decisions/0/value')
  const { value, ...rest } = trace
  expect(replay(compiled, { value, ...rest } as Trace)).toMatchObject({ same: false, differences: [{ at: '' }] })
})

test('a trace of format 1 is still made again', () => {
  for (const name of ['a', 'b', 'c']) {
    const old = stored(toFormatOne(traced(name, { x: 7, d: '2026-02-01' })))
    expect(old.format).toBe(1)
    expect(validate(old)).toBe(true)
    expect(replay(compiled, old)).toMatchObject({ same: true, differences: [] })
  }
  const frozen = `{"format":1,"model":{"name":"m","namespace":"urn:m"},"asked":"b","now":"2026-03-02T04:00:00Z","zone":"UTC","zoneRules":null,"inputs":[{"name":"x","value":7}],"decisions":[{"name":"b","id":"b","requires":["x","rate"],"tables":[{"id":"t","hitPolicy":"FIRST","inputs":[{"label":"n","expression":"n","value":7}],"rules":[{"rule":1,"id":"","matched":true,"annotations":{},"outputs":{"o":"low"}}],"chosen":[1],"value":"low"}],"value":"low"}],"value":"low","warnings":[]}`
  expect(replay(compiled, JSON.parse(frozen) as StoredTrace).same).toBe(true)
})

test('values of every kind go through exact JSON and come back', () => {
  const compare = (value: FeelValue) => expect(fromExact(JSON.parse(JSON.stringify(toExact(value))))).toEqual(value)
  for (const text of ['0.1', '1e400', '-12345678901234567890.5']) compare(parseNumeral(text))
  compare(fromExact({ $feel: '@"2026-01-01T10:00:00.5@Asia/Almaty"' }))
  compare(fromExact({ $feel: '@"P1Y2M"' }))
  for (const text of ['[1..2]', '(@"2026-01-01"..@"P1D"]', '(< 3)', '(!= "a")']) compare(fromExact({ $feel: text }))
  expect(String(fromExact({ $feel: '[1..2)' }))).not.toBe('null')
  compare(fromJson({ a: [{ $feel: 1 }, { $feel: { $feel: 'x' } }], b: '@"2026-01-01"' }))
  expect(fromExact({ $feel: '12345678901234567890.5' })).toEqual(parseNumeral('12345678901234567890.5'))
})

test('a table tells whose it is, its rules their numbers, and whether the default gave its value', () => {
  const low = traced('b', { x: 7 }).decisions[0]
  expect(low?.name).toBe('b')
  expect(low?.tables[0]).toMatchObject({ owner: 'rate', chosen: [1], rules: [{ rule: 1, id: '1', matched: true }] })
  expect(low?.tables[0]).not.toHaveProperty('byDefault')
  const asked = traced('rate', { n: 15 })
  expect(asked.inputs).toEqual([{ name: 'n', path: ['n'], given: 15, value: 15 }])
  expect(asked.decisions).toMatchObject([
    {
      name: 'rate',
      id: 'k',
      value: 'middle',
      tables: [{ owner: 'rate', chosen: [], byDefault: true, value: 'middle' }],
    },
  ])
  expect(traced('c', { x: 1, d: '2026-02-01' }).decisions[0]?.tables[0]?.owner).toBe('c')
})

test('every column that a rule fails is told, and finding them warns of nothing', () => {
  const trace = traced('c', { x: 5, d: '2026-02-01' })
  const rules = trace.decisions[0]?.tables[0]?.rules
  expect(rules?.map(({ id }) => id)).toEqual(['one', '2', '3'])
  expect(rules?.[0]).toMatchObject({
    failed: { input: 'x', test: '1', value: 5 },
    alsoFailed: [{ input: 'x', test: '2' }],
  })
  const failed = [rules?.[1]?.failed, ...(rules?.[1]?.alsoFailed ?? [])].map(one => one?.test)
  expect(failed.toSorted()).toEqual(['< 3', '@"2026-01-01"', 'x + 1'])
  expect(rules?.[2]).not.toHaveProperty('failed')
  const { warnings } = evaluate(compiled, 'c', { x: 5, d: '2026-02-01' })
  expect(trace.warnings).toEqual(warnings)
})

test('a value that is nested deeper than a trace can hold is told', () => {
  let deep: FeelValue = 1
  for (let i = 0; i < 700; i++) deep = [deep]
  const model = compile(
    read(
      `<inputData id="v" name="v"><variable name="v"/></inputData><decision id="e" name="e"><variable name="e"/>${needs('v')}${literal('v')}</decision>`,
    ),
  )
  const { trace } = evaluate(model, 'e', { v: deep }, { trace: true })
  expect(trace).toMatchObject({ value: null, inputs: [{ name: 'v', given: null }] })
  expect(trace?.warnings.map(({ code, decision }) => `${code} ${decision}`)).toEqual([
    'dmn.trace-too-deep v',
    'dmn.trace-too-deep e',
  ])
})

test('imported inputs are read under the name of the import', () => {
  const library = read(`${input('y', 'number')}${input('z', 'number')}`, 'urn:l')
  const main = read(
    `<import name="l" namespace="urn:l"/>${input('y', 'number')}<decision id="s" name="s"><variable name="s"/>${needs('y', 'urn:l#y', 'urn:l#z')}${literal('[y, l.y, l.z]')}</decision>`,
  )
  const both = compile(main, { imports: [library] })
  expect(both.problems).toEqual([])
  const asked = (data: unknown) => evaluate(both, 's', fromJson(data) as never, { trace: true })
  expect(asked({ y: 1, l: { y: 7, z: 8 } }).value).toEqual([1, 7, 8])
  // The own `y` is not the other; `z` can be nothing else.
  expect(asked({ y: 1, z: 9 }).value).toEqual([1, null, 9])
  const { trace } = asked({ y: 1, l: { y: 7 }, z: 9 })
  expect(trace?.inputs.map(({ name }) => name)).toEqual(['y', 'l.y', 'z'])
  expect(replay(both, stored(trace as Trace)).same).toBe(true)
})
