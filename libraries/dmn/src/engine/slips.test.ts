import { expect, test } from 'vitest'
import { compile, evaluate, parse } from '../index.ts'

const HEAD = '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">'

function compiled(inner: string) {
  const parsed = parse(`${HEAD}${inner}</definitions>`)
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message)
  return compile(parsed.model)
}

/** The problems of a model as code and the text of the source that stands at their place. */
function slips(inner: string): string[] {
  const lines = `${HEAD}${inner}`.split('\n')
  return compiled(inner).problems.map(
    ({ code, at }) => `${code} ${lines[at.line - 1]?.slice(at.column - 1).slice(0, 14)}`,
  )
}

const decision = (name: string, body: string, more = ''): string =>
  `<decision id="${name}" name="${name}"><variable name="${name}"/>${more}${body}</decision>`
const literal = (text: string): string => `<literalExpression><text>${text}</text></literalExpression>`
const table = (attributes: string, outputs: string, entries: readonly string[], test = '-'): string =>
  `<decisionTable ${attributes}><input><inputExpression><text>1</text></inputExpression></input>${outputs}<rule><inputEntry><text>${test}</text></inputEntry>${entries.map(entry => `<outputEntry><text>${entry}</text></outputEntry>`).join('')}</rule></decisionTable>`
const listed =
  '<output name="o" typeRef="string"><outputValues><text>"a","b"</text></outputValues><defaultOutputEntry><text>DEFAULT</text></defaultOutputEntry></output>'

test.each<[string, string, string[]]>([
  [
    'hit policy',
    decision('d', table('hitPolicy="FRIST"', '<output/>', ['1'])),
    ['dmn.hit-policy-unknown <decisionTable'],
  ],
  [
    'aggregator',
    decision('d', table('hitPolicy="COLLECT" aggregation="AVG"', '<output/>', ['1'])),
    ['dmn.hit-policy-unknown <decisionTable'],
  ],
  ['element', decision('d', '<decisionTabel/>'), ['dmn.element-unknown <decisionTabel']],
  [
    'names of decisions',
    decision('d', literal('1')) + decision('d', literal('2')).replace('id="d"', 'id="e"'),
    ['dmn.name-repeated <decision id="'],
  ],
  ['import without a name', '<import name="" namespace="urn:gone"/>', ['dmn.import-missing <import name="']],
  [
    'output that is not listed',
    decision('d', table('', listed.replace('DEFAULT', '"a"'), ['"c"'])),
    ['dmn.output-not-allowed "c"</text></ou'],
  ],
  [
    'default that is not listed',
    decision('d', table('', listed.replace('DEFAULT', '"c"'), ['"a"'])),
    ['dmn.output-not-allowed "c"</text></de'],
  ],
  [
    'default of another type',
    decision('d', table('', listed.replace('DEFAULT', '1'), ['"a"'])),
    ['dmn.type-mismatch 1</text></defa'],
  ],
  [
    'outputs without names',
    decision('d', table('', '<output/><output/>', ['1', '2'])),
    ['dmn.table-malformed <output/><outp', 'dmn.table-malformed <output/><rule'],
  ],
  [
    'sum of two outputs',
    decision('d', table('hitPolicy="COLLECT" aggregation="SUM"', '<output name="a"/><output name="b"/>', ['1', '2'])),
    ['dmn.table-malformed <decisionTable'],
  ],
  [
    'aggregator without COLLECT',
    decision('d', table('hitPolicy="FIRST" aggregation="SUM"', '<output/>', ['1'])),
    ['dmn.table-malformed <decisionTable'],
  ],
  [
    'Java method, boxed',
    `<businessKnowledgeModel id="k" name="k"><encapsulatedLogic kind="Java"><formalParameter name="a"/><context><contextEntry><variable name="class"/>${literal('"com.example.Gone"')}</contextEntry><contextEntry><variable name="method signature"/>${literal('"run(int)"')}</contextEntry></context></encapsulatedLogic></businessKnowledgeModel>`,
    ['dmn.function-unsupported <encapsulatedL'],
  ],
  [
    'Java method in FEEL',
    decision(
      'd',
      literal('1 + (function(a) external {java: {class: "com.example.Gone", method signature: "run(int)"}})(1)'),
    ),
    ['dmn.function-unsupported (function(a) e'],
  ],
])('a slip is told with its place: %s', (_, inner, expected) => {
  expect(slips(inner)).toEqual(expected)
})

test('the problem of an unknown Java method names it', () => {
  const inner = decision(
    'd',
    literal('function(a) external {java: {class: "com.example.Gone", method signature: "run(int)"}}'),
  )
  expect(compiled(inner).problems[0]?.message).toContain('com.example.Gone.run(int)')
  expect(slips(inner.replace('com.example.Gone', 'java.lang.Math').replace('run(int)', 'abs(int)'))).toEqual([])
})

test('a table of an unknown hit policy gives nothing, rather than something else', () => {
  const model = compiled(decision('d', table('hitPolicy="FRIST"', '<output/>', ['1'])))
  expect(evaluate(model, 'd', {})).toMatchObject({ value: null, warnings: [{ code: 'dmn.expression-invalid' }] })
})

test('an output that is computed must be of its type and among the listed values; so must a default', () => {
  const of = (entry: string, byDefault: string, cell = '-') =>
    evaluate(compiled(decision('d', table('', listed.replace('DEFAULT', byDefault), [entry], cell))), 'd', {})
  expect(of('"a" + ""', '"a"')).toEqual({ value: 'a', warnings: [] })
  expect(of('"c" + ""', '"a"')).toMatchObject({ value: null, warnings: [{ code: 'dmn.output-not-allowed' }] })
  expect(of('1 + 1', '"a"')).toMatchObject({ value: null, warnings: [{ code: 'dmn.type-mismatch' }] })
  expect(of('"a"', '"c"', '2')).toMatchObject({ value: null, warnings: [{ code: 'dmn.output-not-allowed' }] })
  expect(of('"a"', '1', '2')).toMatchObject({ value: null, warnings: [{ code: 'dmn.type-mismatch' }] })
  expect(of('"a"', '"b"', '2')).toEqual({ value: 'b', warnings: [] })
})

const knows = (id: string): string => `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`
const bkm = (id: string, needs: string): string =>
  `<businessKnowledgeModel id="${id}" name="${id}"><variable name="${id}"/>${knows(needs)}<encapsulatedLogic>${literal('1')}</encapsulatedLogic></businessKnowledgeModel>`

test('knowledge models and services that require themselves are problems', () => {
  expect(slips(bkm('f', 'g') + bkm('g', 'f')).length).toBe(2)
  expect(
    slips(
      `<decisionService id="s" name="s"><outputDecision href="#a"/></decisionService>${decision('a', literal('s()'), knows('s'))}`,
    ),
  ).toContain('dmn.requirement-cyclic <decisionServi')
  // A service may be asked by what it is given.
  expect(
    slips(
      `<decisionService id="s" name="s"><outputDecision href="#a"/><inputDecision href="#b"/></decisionService>${decision('b', literal('1'))}${decision('a', literal('b + 1'), '<informationRequirement><requiredDecision href="#b"/></informationRequirement>')}${decision('c', literal('s(2)'), knows('s'))}`,
    ),
  ).toEqual([])
})

test('a mistake in FEEL is told at the very character, whatever the source writes before it', () => {
  expect(slips(decision('d', literal('\n  1 +\n  ) 2')))).toEqual(['dmn.expression-invalid ) 2</text></li'])
  expect(slips(decision('d', literal('1 &lt; 2 and &#49; &gt; ) 2')))).toEqual([
    'dmn.expression-invalid ) 2</text></li',
  ])
  expect(slips(decision('d', literal('1 <!-- one --> + <![CDATA[ 2 <\n  ) 3]]> ')))).toEqual([
    'dmn.expression-invalid ) 3]]> </text>',
  ])
  expect(slips(decision('d', table('', '<output/>', ['1'], '&lt; 5, )')))).toEqual([
    'dmn.expression-invalid )</text></inpu',
  ])
  const { warnings } = evaluate(compiled(decision('d', literal('\n  1 + ("a" * 2)'))), 'd', {})
  expect(warnings[0]?.at).toEqual({ line: 2, column: 7 })
})

test('a document that is no XML is told every tag without a partner', () => {
  const parsed = parse('<a>\n<b>\n</c>\n<d></a>')
  expect(parsed.ok ? [] : parsed.errors.map(({ message, at }) => `${at.line}:${at.column} ${message}`)).toEqual([
    '2:1 <b> is not closed.',
    '3:1 </c> closes nothing.',
    '4:1 <d> is not closed.',
  ])
})

const uses = (id: string): string =>
  `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`

test.each([
  ['an output of a table', table('', '<output name="a-b"/><output name="date of birth"/>', ['1', '2'])],
  [
    'a boxed context',
    `<context><contextEntry><variable name="a-b"/>${literal('1')}</contextEntry><contextEntry><variable name="date of birth"/>${literal('2')}</contextEntry></context>`,
  ],
  ['a FEEL context', literal('{a-b: 1, date of birth: 2}')],
  ['a FEEL context with quotes', literal('{"a-b": 1, "date of birth": 2}')],
  [
    'a relation',
    `<relation><column name="a-b"/><column name="date of birth"/><row>${literal('1')}${literal('2')}</row></relation>`,
  ],
])('a path takes names with operators and keywords in them from %s', (_, body) => {
  const first = body.startsWith('<relation') ? 'p[1]' : 'p'
  const model = compiled(
    decision('p', body) + decision('d', literal(`${first}.a-b + ${first}.date of birth`), uses('p')),
  )
  expect(model.problems).toEqual([])
  expect(evaluate(model, 'd', {})).toEqual({ value: 3, warnings: [] })
})

test('ISO text of a date is a date and time where the input is one', () => {
  const model = compiled(
    `<inputData id="t" name="t"><variable name="t" typeRef="date and time"/></inputData>${decision('d', literal('string(t)'), '<informationRequirement><requiredInput href="#t"/></informationRequirement>')}`,
  )
  expect(evaluate(model, 'd', { t: '2026-03-02' })).toEqual({ value: '2026-03-02T00:00:00Z', warnings: [] })
  expect(evaluate(model, 'd', { t: '2026-03-02' }, { strict: true }).value).toBeNull()
})
