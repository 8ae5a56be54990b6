import { fromJson, literalOf, toJson } from '@tereze/feel'
import { describe, expect, test } from 'vitest'
import { compile, evaluate, type Model, parse } from '../index.ts'

function model(inner: string, namespace = 'urn:m'): Model {
  const parsed = parse(
    `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="${namespace}">${inner}</definitions>`,
  )
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message)
  return parsed.model
}

const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const feel = (text: string): string => `<literalExpression><text>${xml(text)}</text></literalExpression>`

function table(policy: string, rows: readonly (readonly string[])[], outputs = '<output name="o"/>'): string {
  const rules = rows.map(
    ([test, ...entries]) =>
      `<rule><inputEntry><text>${xml(test ?? '')}</text></inputEntry>${entries.map(entry => `<outputEntry><text>${xml(entry)}</text></outputEntry>`).join('')}</rule>`,
  )
  return `<decisionTable ${policy}><input><inputExpression><text>x</text></inputExpression></input>${outputs}${rules.join('')}</decisionTable>`
}

/** The value of a decision of one input `x`, as FEEL text, and its first warning. */
function decided(body: string, x: unknown, problems: readonly string[] = []): [string, string | undefined] {
  const compiled = compile(
    model(
      `<inputData id="x" name="x"><variable name="x"/></inputData><decision id="d" name="d"><variable name="d"/><informationRequirement><requiredInput href="#x"/></informationRequirement>${body}</decision>`,
    ),
  )
  expect(compiled.problems.map(problem => problem.code)).toEqual(problems)
  const { value, warnings } = evaluate(compiled, 'd', fromJson({ x }) as never)
  return [literalOf(value), warnings[0]?.code]
}

const ROWS = [
  ['< 10', '2'],
  ['< 20', '7'],
  ['> 15', '5'],
]

describe('hit policies', () => {
  test.each<[string, number, string, string | undefined]>([
    ['hitPolicy="UNIQUE"', 12, '7', undefined],
    ['hitPolicy="UNIQUE"', 5, 'null', 'dmn.rules-overlap'],
    ['hitPolicy="FIRST"', 5, '2', undefined],
    ['hitPolicy="ANY"', 5, 'null', 'dmn.rules-disagree'],
    ['hitPolicy="ANY"', 12, '7', undefined],
    ['hitPolicy="RULE ORDER"', 17, '[7, 5]', undefined],
    ['hitPolicy="COLLECT"', 5, '[2, 7]', undefined],
    ['hitPolicy="COLLECT" aggregation="SUM"', 17, '12', undefined],
    ['hitPolicy="COLLECT" aggregation="MIN"', 17, '5', undefined],
    ['hitPolicy="COLLECT" aggregation="MAX"', 17, '7', undefined],
    ['hitPolicy="COLLECT" aggregation="COUNT"', 17, '2', undefined],
  ])('%s of %d', (policy, x, expected, warning) => {
    expect(decided(table(policy, ROWS), x)).toEqual([expected, warning])
  })

  const listed = '<output name="o"><outputValues><text>5, 2, 7</text></outputValues></output>'
  test('by the order of the output values', () => {
    expect(decided(table('hitPolicy="PRIORITY"', ROWS, listed), 17)[0]).toBe('5')
    expect(decided(table('hitPolicy="OUTPUT ORDER"', ROWS, listed), 5)[0]).toBe('[2, 7]')
  })

  test('nothing matches', () => {
    const rows = [['1', '1']]
    expect(decided(table('hitPolicy="UNIQUE"', rows), 2)[0]).toBe('null')
    expect(decided(table('hitPolicy="COLLECT"', rows), 2)[0]).toBe('[]')
    expect(decided(table('hitPolicy="COLLECT" aggregation="COUNT"', rows), 2)[0]).toBe('0')
    expect(
      decided(
        table('', rows, '<output name="o"><defaultOutputEntry><text>9</text></defaultOutputEntry></output>'),
        2,
      )[0],
    ).toBe('9')
  })

  test('several outputs make a context', () => {
    expect(decided(table('', [['-', '1', '"a"']], '<output name="n"/><output name="s"/>'), 2)[0]).toBe('{n: 1, s: "a"}')
  })
})

describe('boxed expressions', () => {
  test.each<[string, string, unknown, string]>([
    [
      'context',
      `<context><contextEntry><variable name="a"/>${feel('x + 1')}</contextEntry><contextEntry>${feel('a * 2')}</contextEntry></context>`,
      3,
      '8',
    ],
    ['list', `<list>${feel('x')}${feel('x + 1')}</list>`, 1, '[1, 2]'],
    [
      'relation',
      `<relation><column name="a"/><column name="b"/><row>${feel('x')}${feel('"y"')}</row></relation>`,
      1,
      '[{a: 1, b: "y"}]',
    ],
    [
      'conditional',
      `<conditional><if>${feel('x > 1')}</if><then>${feel('"yes"')}</then><else>${feel('"no"')}</else></conditional>`,
      2,
      '"yes"',
    ],
    ['filter', `<filter><in>${feel('x')}</in><match>${feel('item > 1')}</match></filter>`, [1, 2, 3], '[2, 3]'],
    ['for', `<for iteratorVariable="i"><in>${feel('x')}</in><return>${feel('i * 2')}</return></for>`, [1, 2], '[2, 4]'],
    [
      'some',
      `<some iteratorVariable="i"><in>${feel('x')}</in><satisfies>${feel('i > 1')}</satisfies></some>`,
      [1, 2],
      'true',
    ],
    [
      'some of no answer',
      `<some iteratorVariable="i"><in>${feel('x')}</in><satisfies>${feel('if i = 2 then true else "no"')}</satisfies></some>`,
      [1, 2],
      'null',
    ],
    [
      'every',
      `<every iteratorVariable="i"><in>${feel('x')}</in><satisfies>${feel('i > 1')}</satisfies></every>`,
      [1, 2],
      'false',
    ],
    [
      'function and invocation',
      `<context><contextEntry><variable name="f"/><functionDefinition><formalParameter name="n" typeRef="number"/>${feel('if n = 0 then 1 else n * f(n - 1)')}</functionDefinition></contextEntry>
       <contextEntry><invocation>${feel('f')}<binding><parameter name="n"/>${feel('x')}</binding></invocation></contextEntry></context>`,
      5,
      '120',
    ],
    [
      'a Java function of the standard',
      `<context><contextEntry><variable name="f"/><functionDefinition kind="Java"><formalParameter name="a"/><formalParameter name="b"/><context><contextEntry><variable name="class"/>${feel('"java.lang.Math"')}</contextEntry><contextEntry><variable name="method signature"/>${feel('"max(double, double)"')}</contextEntry></context></functionDefinition></contextEntry><contextEntry>${feel('f(x, 4)')}</contextEntry></context>`,
      3,
      '4',
    ],
  ])('%s', (_, body, x, expected) => {
    expect(decided(body, x)[0]).toBe(expected)
  })
})

test('a knowledge model and a service are called by name, also from another model', () => {
  const library = model(
    `<itemDefinition name="Age"><typeRef>number</typeRef><allowedValues><text>[0..150]</text></allowedValues></itemDefinition>
     <businessKnowledgeModel id="b" name="double it"><variable name="double it" typeRef="number"/><encapsulatedLogic><formalParameter name="n" typeRef="number"/>${feel('n * 2')}</encapsulatedLogic></businessKnowledgeModel>
     <inputData id="i" name="n"><variable name="n" typeRef="number"/></inputData>
     <decision id="k" name="next"><variable name="next"/><informationRequirement><requiredInput href="#i"/></informationRequirement>${feel('n + 1')}</decision>
     <decisionService id="s" name="successor"><variable name="successor"/><outputDecision href="#k"/><inputData href="#i"/></decisionService>`,
    'urn:library',
  )
  const main = model(
    `<import name="lib" namespace="urn:library"/><inputData id="x" name="age"><variable name="age" typeRef="lib.Age"/></inputData>
     <decision id="d" name="d"><variable name="d"/><informationRequirement><requiredInput href="#x"/></informationRequirement>
       <knowledgeRequirement><requiredKnowledge href="urn:library#b"/></knowledgeRequirement><knowledgeRequirement><requiredKnowledge href="urn:library#s"/></knowledgeRequirement>
       ${feel('[lib.double it(age), lib.successor(age), lib.successor("x")]')}</decision>`,
  )
  const compiled = compile(main, { imports: [library] })
  expect(compiled.problems).toEqual([])
  expect(toJson(evaluate(compiled, 'd', { age: 20 }).value)).toEqual([40, 21, null])
  expect(evaluate(compiled, 'd', { age: 200 }).warnings[0]?.code).toBe('dmn.input-not-allowed')
  expect(evaluate(compile(library), 'successor', { n: 1 }).value).toBe(2)
  expect(evaluate(compile(library), 'double it', { n: 4 }).value).toBe(8)
})

test('a value is made to fit its declared type, or is null', () => {
  const typed = (type: string, text: string) =>
    compile(
      model(
        `<itemDefinition name="Names" isCollection="true"><typeRef>string</typeRef></itemDefinition><decision id="d" name="d"><variable name="d" typeRef="${type}"/>${feel(text)}</decision>`,
      ),
    )
  expect(evaluate(typed('string', '["a"]'), 'd', {}).value).toBe('a')
  expect(evaluate(typed('string', '[["a"]]'), 'd', {}).value).toBe(null)
  expect(evaluate(typed('Names', '"a"'), 'd', {}).value).toEqual(['a'])
  expect(evaluate(typed('Names', '[["a", "b"]]'), 'd', {}).value).toEqual(['a', 'b'])
  expect(literalOf(evaluate(typed('date and time', 'date("2026-01-01")'), 'd', {}).value)).toBe('2026-01-01T00:00:00Z')
  expect(evaluate(typed('number', '"a"'), 'd', {})).toMatchObject({
    value: null,
    warnings: [{ code: 'dmn.type-mismatch' }],
  })
})

test('what an invocable gives is of the result of its function type', () => {
  const typed = (result: string, text: string) =>
    compile(
      model(
        `<itemDefinition name="Given"><functionItem outputTypeRef="${result}"/></itemDefinition><itemDefinition name="Names" isCollection="true"><typeRef>string</typeRef></itemDefinition>
         <businessKnowledgeModel id="b" name="b"><variable name="b" typeRef="Given"/><encapsulatedLogic>${feel(text)}</encapsulatedLogic></businessKnowledgeModel>
         <decision id="d" name="d"><variable name="d"/>${feel(text)}</decision>
         <decisionService id="s" name="s"><variable name="s" typeRef="Given"/><outputDecision href="#d"/></decisionService>`,
      ),
    )
  for (const name of ['b', 's']) {
    expect(evaluate(typed('Names', '"a"'), name, {}).value).toEqual(['a'])
    expect(evaluate(typed('string', '["a"]'), name, {}).value).toBe('a')
    expect(evaluate(typed('string', '1000'), name, {})).toMatchObject({
      value: null,
      warnings: [{ code: 'dmn.type-mismatch' }],
    })
  }
})

test('a context has all entries of its type; JSON may leave out those that are null', () => {
  const compiled = compile(
    model(
      `<itemDefinition name="Person"><itemComponent name="name"><typeRef>string</typeRef></itemComponent><itemComponent name="age"><typeRef>number</typeRef></itemComponent></itemDefinition>
       <businessKnowledgeModel id="b" name="known"><variable name="known"/><encapsulatedLogic><formalParameter name="p" typeRef="Person"/>${feel('p != null')}</encapsulatedLogic></businessKnowledgeModel>
       <inputData id="i" name="x"><variable name="x" typeRef="Person"/></inputData>
       <decision id="p" name="partial"><variable name="partial" typeRef="Person"/>${feel('{name: "A"}')}</decision>
       <decision id="w" name="whole"><variable name="whole" typeRef="Person"/>${feel('{name: "A", age: null, more: 1}')}</decision>
       <decision id="c" name="calls"><variable name="calls"/><knowledgeRequirement><requiredKnowledge href="#b"/></knowledgeRequirement>${feel('[known({name: "A"}), known({name: "A", age: 1})]')}</decision>
       <decision id="g" name="given"><variable name="given"/><informationRequirement><requiredInput href="#i"/></informationRequirement><knowledgeRequirement><requiredKnowledge href="#b"/></knowledgeRequirement>${feel('[x.name, known(x)]')}</decision>`,
    ),
  )
  expect(compiled.problems).toEqual([])
  expect(evaluate(compiled, 'partial', {})).toMatchObject({ value: null, warnings: [{ code: 'dmn.type-mismatch' }] })
  expect(literalOf(evaluate(compiled, 'whole', {}).value)).toBe('{name: "A", age: null, more: 1}')
  expect(toJson(evaluate(compiled, 'calls', {}).value)).toEqual([null, true])
  expect(toJson(evaluate(compiled, 'given', { x: { name: 'A' } }).value)).toEqual(['A', true])
  expect(toJson(evaluate(compiled, 'given', { x: { name: 'A' } }, { strict: true }).value)).toEqual([null, false])
})

test.each<[string, string, string, string]>([
  ['Math', 'max(long, long)', 'f(123, 456)', '456'],
  ['Math', 'foo(double, double)', 'f(1, 2)', 'null'],
  ['Short', 'valueOf(short)', 'f(123)', '123'],
  ['Short', 'valueOf(short)', 'f(40000)', 'null'],
  ['Byte', 'valueOf(byte)', 'f(3.7)', '3'],
  ['Byte', 'valueOf(byte)', 'f(128)', 'null'],
  ['Integer', 'valueOf(java.lang.String)', 'f("-123")', '-123'],
  ['Float', 'valueOf(java.lang.String)', 'f("1234.56")', '1234.56'],
  ['Double', 'valueOf(java.lang.String)', 'f("many")', 'null'],
  ['String', 'valueOf(char)', 'f("a")', '"a"'],
  ['String', 'valueOf(char)', 'f("abc")', 'null'],
])('Java: %s.%s, %s is %s', (type, signature, call, expected) => {
  const parameters = signature.includes(',') ? 'a, b' : 'a'
  const made = `function(${parameters}) external {java: {class: "java.lang.${type}", method signature: "${signature}"}}`
  expect(
    decided(
      `<context><contextEntry><variable name="f"/>${feel(made)}</contextEntry><contextEntry>${feel(call)}</contextEntry></context>`,
      1,
      signature.startsWith('foo') ? ['dmn.function-unsupported'] : [],
    )[0],
  ).toBe(expected)
})
