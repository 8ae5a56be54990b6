import fc from 'fast-check'
import { expect, describe as group, test } from 'vitest'
import { analyse, compile, describe, evaluate, parse } from '../index.ts'

const HEAD = '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">'

function compiled(inner: string) {
  const parsed = parse(`${HEAD}${inner}</definitions>`)
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message)
  return compile(parsed.model)
}

const decision = (id: string, body: string, requires = ''): string =>
  `<decision id="${id}" name="${id}"><variable name="${id}"/>${requires}${body}</decision>`
const literal = (text: string): string => `<literalExpression><text>${text}</text></literalExpression>`

const PIECES = [
  '<inputData id="x" name="x"><variable name="x" typeRef="number"/></inputData>',
  '<itemDefinition name="T"><typeRef>T</typeRef></itemDefinition>',
  '<itemDefinition name="C" isCollection="true"><itemComponent name="a"><typeRef>C</typeRef></itemComponent></itemDefinition>',
  '<import name="i" namespace="urn:nowhere"/>',
  decision('a', literal('x + 1'), '<informationRequirement><requiredInput href="#x"/></informationRequirement>'),
  decision(
    'b',
    literal('a(b) in (1'),
    '<informationRequirement><requiredDecision href="#a"/></informationRequirement>',
  ),
  decision('c', '<context><contextEntry><variable name="k" typeRef="T"/></contextEntry></context>'),
  decision(
    'd',
    '<decisionTable><input><inputExpression><text>x</text></inputExpression></input><output/><rule><inputEntry><text>&lt; 3</text></inputEntry></rule></decisionTable>',
  ),
  decision(
    'e',
    '<decisionTable hitPolicy="NO"><input/><output name="o"/><rule><inputEntry/><outputEntry><text>1</text></outputEntry></rule></decisionTable>',
  ),
  '<businessKnowledgeModel id="k" name="k"><encapsulatedLogic kind="PMML"><formalParameter name="p"/></encapsulatedLogic></businessKnowledgeModel>',
  '<decisionService id="s" name="s"><outputDecision href="#a"/><outputDecision href="#none"/><inputData href="#x"/></decisionService>',
  '</decision>',
  '<text>',
  '<![CDATA[ ]]>',
  '<!-- -->',
  '&amp;&#0;&bad;',
  '<',
]

test('no document makes the reader, the compiler or an evaluation throw', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 12 }),
      fc.integer({ min: 0, max: 2000 }),
      fc.boolean(),
      (pieces, cut, whole) => {
        const xml = `${HEAD}${pieces.join('')}</definitions>`
        const parsed = parse(whole ? xml : xml.slice(0, cut))
        if (!parsed.ok) {
          expect(parsed.errors[0]?.at.line).toBeGreaterThan(0)
          return
        }
        const model = compile(parsed.model)
        for (const name of [...model.elements.keys(), 'nothing']) {
          const { value, trace } = evaluate(model, name, { x: 2 }, { trace: true, limits: { steps: 1000 } })
          expect(value).not.toBe(undefined)
          expect(trace?.asked).toBe(name)
        }
        for (const { expression } of parsed.model.decisions)
          if (expression?.kind === 'table') {
            analyse(expression, { model: parsed.model })
            describe(expression, 'kk')
          }
      },
    ),
    { numRuns: 1500 },
  )
})

group('what is wrong is said, and what is too much is bounded', () => {
  test('types made of themselves', () => {
    const model = compiled(
      '<itemDefinition name="T"><typeRef>T</typeRef></itemDefinition><inputData id="x" name="x"><variable name="x" typeRef="T"/></inputData>',
    )
    expect(model.problems.map(problem => problem.code)).toContain('dmn.type-cyclic')
  })

  test('a type, a reference and an import that are not there', () => {
    const model = compiled(
      `<import id="i" name="other" namespace="urn:other"/>${decision('a', literal('1'), '<informationRequirement><requiredInput href="#x"/></informationRequirement>')}<inputData id="y" name="y"><variable name="y" typeRef="Nothing"/></inputData>`,
    )
    expect(model.problems.map(problem => problem.code).sort()).toEqual([
      'dmn.import-missing',
      'dmn.reference-unknown',
      'dmn.type-unknown',
    ])
  })

  test('knowledge models that call each other for ever', () => {
    const bkm = (id: string, other: string): string =>
      `<businessKnowledgeModel id="${id}" name="${id}"><variable name="${id}"/><knowledgeRequirement><requiredKnowledge href="#${other}"/></knowledgeRequirement><encapsulatedLogic><formalParameter name="n"/>${literal(`${other}(n + 1)`)}</encapsulatedLogic></businessKnowledgeModel>`
    const model = compiled(
      `${bkm('f', 'f')}${decision('a', literal('f(1)'), '<knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement>')}`,
    )
    const { value, warnings } = evaluate(model, 'a', {})
    expect(value).toBeNull()
    expect(warnings.at(-1)?.code).toBe('feel.recursion-too-deep')
  })

  test('a service that is its own requirement', () => {
    const model = compiled(
      `<decisionService id="s" name="s"><outputDecision href="#a"/></decisionService>${decision('a', literal('s()'), '<knowledgeRequirement><requiredKnowledge href="#s"/></knowledgeRequirement>')}`,
    )
    expect(evaluate(model, 's', {})).toMatchObject({ value: null })
    expect(evaluate(model, 'a', {}).warnings.at(-1)?.code).toBe('feel.recursion-too-deep')
  })

  test('a loop without end in a boxed expression', () => {
    const model = compiled(
      decision(
        'a',
        '<for iteratorVariable="i"><in><literalExpression><text>1..1000000000</text></literalExpression></in><return><literalExpression><text>i</text></literalExpression></return></for>',
      ),
    )
    expect(evaluate(model, 'a', {})).toMatchObject({ value: null })
  })

  test('ten thousand types, each made of the next, with and without constraints', () => {
    const types = (constraint: string): string =>
      Array.from(
        { length: 10_000 },
        (_, i) =>
          `<itemDefinition name="T${i}"><typeRef>${i === 9999 ? 'number' : `T${i + 1}`}</typeRef>${constraint}</itemDefinition>`,
      ).join('')
    const typed = (constraint: string) =>
      compiled(
        `${types(constraint)}<inputData id="x" name="x"><variable name="x" typeRef="T0"/></inputData>${decision('d', literal('x + 1'), '<informationRequirement><requiredInput href="#x"/></informationRequirement>')}`,
      )
    for (const constraint of ['', '<allowedValues><text>&lt; 100</text></allowedValues>']) {
      const model = typed(constraint)
      expect(model.problems).toEqual([])
      expect(evaluate(model, 'd', { x: 3 })).toEqual({ value: 4, warnings: [] })
    }
    expect(evaluate(typed('<allowedValues><text>&lt; 3</text></allowedValues>'), 'd', { x: 3 }).value).toBeNull()
    const ring = compiled(
      `${types('').replace('<typeRef>number', '<typeRef>T0')}<inputData id="x" name="x"><variable name="x" typeRef="T0"/></inputData>`,
    )
    expect(ring.problems.map(problem => problem.code)).toEqual(['dmn.type-cyclic'])
  })

  test('a boxed loop takes time and steps by its length, not its square', () => {
    const loop = (count: number, body: string) =>
      compiled(
        decision(
          'a',
          `<for iteratorVariable="i"><in>${literal(`[1..${count}]`)}</in><return>${literal(body)}</return></for>`,
        ),
      )
    const { value } = evaluate(loop(60_000, 'i'), 'a', {}, { limits: { steps: 200_000 } })
    expect(value).toHaveLength(60_000)
    expect(evaluate(loop(60_000, 'i'), 'a', {}, { limits: { steps: 50_000 } }).warnings.at(-1)?.code).toBe(
      'feel.too-many-steps',
    )
    // What a body may look back at is copied, and paid for.
    expect(evaluate(loop(5, 'count(partial) + i'), 'a', {}).value).toEqual([1, 3, 5, 7, 9])
    expect(
      evaluate(loop(60_000, 'count(partial)'), 'a', {}, { limits: { steps: 1_000_000 } }).warnings.at(-1)?.code,
    ).toBe('feel.too-many-steps')
  })

  test('PMML and other languages are refused by name', () => {
    const model = compiled(
      `${decision('a', '<literalExpression expressionLanguage="groovy"><text>1</text></literalExpression>')}<businessKnowledgeModel id="k" name="k"><encapsulatedLogic kind="PMML"/></businessKnowledgeModel>`,
    )
    expect(model.problems.map(problem => problem.code)).toEqual([
      'dmn.language-unsupported',
      'dmn.language-unsupported',
    ])
    expect(evaluate(model, 'a', {}).warnings[0]?.code).toBe('dmn.language-unsupported')
  })

  test('a document of ten megabytes', () => {
    const filler = `<decision id="d" name="d"><description>${'x'.repeat(990)}</description></decision>`.replace(
      /"d"/g,
      () => '"d"',
    )
    const started = process.cpuUsage()
    const parsed = parse(
      `${HEAD}${Array.from({ length: 10_000 }, (_, i) => filler.replace(/"d"/g, `"d${i}"`)).join('')}</definitions>`,
    )
    expect(parsed.ok && parsed.model.decisions.length).toBe(10_000)
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(10_000)
  })
})
