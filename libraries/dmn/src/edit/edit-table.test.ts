import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { DecisionTable, Model } from '../model/model.ts'
import { tablesOf } from '../model/walk.ts'
import { parse } from '../reader/parse.ts'
import { addDecision, addInputData, setInputType, setLiteral, setQuestion, setRequirement } from './edit-model.ts'
import {
  addColumn,
  addRule,
  duplicateRule,
  moveColumn,
  moveRule,
  removeColumn,
  removeRule,
  setCell,
  setColumn,
  setHitPolicy,
} from './edit-table.ts'
import { emptyModel } from './empty-model.ts'

const content = new URL('../../../../content/', import.meta.url)
const sources = globSync('**/*.dmn', { cwd: content }).map(
  path => [path, readFileSync(new URL(path, content), 'utf8')] as const,
)

function modelOf(xml: string): Model {
  const read = parse(xml)
  if (!read.ok) throw new Error(read.errors.map(({ message }) => message).join(' '))
  return read.model
}

function tableOf(xml: string, index = 0): DecisionTable {
  return tablesOf(modelOf(xml))[index]?.expression as DecisionTable
}

const SMALL = `<?xml version="1.0"?>
<!-- kept -->
<dmn:definitions xmlns:dmn="https://www.omg.org/spec/DMN/20230324/MODEL/" xmlns:x="urn:x" name="m" namespace="urn:m">
  <dmn:inputData id="i" name="age"><dmn:variable name="age" typeRef="number"/></dmn:inputData>
  <dmn:decision id="d" name="d">
    <dmn:variable name="d"/>
    <dmn:informationRequirement id="r1"><dmn:requiredInput href="#i"/></dmn:informationRequirement>
    <dmn:decisionTable id="t">
      <dmn:input id="in"><dmn:inputExpression><dmn:text>age</dmn:text></dmn:inputExpression></dmn:input>
      <dmn:output id="out" name="d"/>
      <dmn:rule id="one" x:color="red">
        <dmn:inputEntry id="e1"><dmn:text><![CDATA[< 18]]></dmn:text></dmn:inputEntry>
        <dmn:outputEntry id="o1"><dmn:text>"no"</dmn:text></dmn:outputEntry>
      </dmn:rule>
      <dmn:rule id="two">
        <dmn:inputEntry id="e2"/>
        <dmn:outputEntry id="o2"><dmn:text>"yes"</dmn:text></dmn:outputEntry>
      </dmn:rule>
    </dmn:decisionTable>
  </dmn:decision>
</dmn:definitions>
`

it.each(sources)('changes only what it is asked to change: %s', (_path, xml) => {
  const count = tablesOf(modelOf(xml)).length
  expect(count).toBeGreaterThan(0)
  for (let n = 0; n < count; n++) {
    const table = tableOf(xml, n)
    const first = table.rules[0]?.tests[0]?.text ?? '-'
    const other = setCell(xml, table, 'input', { rule: 0, column: 0 }, '< "a & b"')
    expect(tableOf(other, n).rules[0]?.tests[0]?.text).toBe('< "a & b"')
    // Back and forth, and the file is what it was, to the byte.
    expect(setCell(other, tableOf(other, n), 'input', { rule: 0, column: 0 }, first)).toBe(xml)
    if (n > 1) continue
    const added = addRule(xml, table, 0, { annotations: ['1'] })
    expect(tableOf(added, n).rules).toHaveLength(table.rules.length + 1)
    expect(removeRule(added, tableOf(added, n), 0)).toBe(xml)
    const twin = duplicateRule(xml, table, 0)
    expect(removeRule(twin, tableOf(twin, n), 1)).toBe(xml)
    const last = table.rules.length - 1
    const moved = moveRule(xml, table, 0, last)
    expect(tableOf(moved, n).rules.map(({ id }) => id)).toEqual(
      [...table.rules.slice(1), table.rules[0]].map(r => r?.id),
    )
    expect(moveRule(moved, tableOf(moved, n), last, 0)).toBe(xml)
    for (const kind of ['input', 'output', 'annotation'] as const) {
      const wider = addColumn(xml, table, kind, { name: 'more', expression: 'more', label: 'More' })
      const grown = tableOf(wider, n)
      expect(grown[`${kind}s`]).toHaveLength(table[`${kind}s`].length + 1)
      expect(removeColumn(wider, grown, kind, grown[`${kind}s`].length - 1)).toBe(xml)
    }
    const policy = setHitPolicy(xml, table, 'COLLECT', 'SUM')
    expect(tableOf(policy, n)).toMatchObject({ hitPolicy: 'COLLECT', aggregator: 'SUM' })
    expect(setHitPolicy(policy, tableOf(policy, n), table.hitPolicy)).toBe(xml)
  }
})

it('keeps what is not of DMN, comments and prefixes', () => {
  const table = tableOf(SMALL)
  const two = duplicateRule(SMALL, table, 0)
  expect(two.match(/x:color="red"/gu)).toHaveLength(2)
  expect(tableOf(two).rules.map(({ id }) => id)).toEqual(['one', 'rule-3', 'two'])
  expect(two).toContain('<!-- kept -->')
  expect(new Set(two.match(/ id="[^"]*"/gu)).size).toBe(two.match(/ id="[^"]*"/gu)?.length)
  expect(addRule(SMALL, table, 9)).toContain('<dmn:inputEntry id="rule-3-input-1">')
})

it('writes into cells that have no text, and into rules that have no cell', () => {
  const filled = setCell(SMALL, tableOf(SMALL), 'input', { rule: 1, column: 0 }, '>= 18')
  expect(tableOf(filled).rules[1]?.tests[0]?.text).toBe('>= 18')
  const noted = SMALL.replace('<dmn:rule id="one"', '<dmn:annotation name="clause"/>\n      <dmn:rule id="one"')
  const said = setCell(noted, tableOf(noted), 'annotation', { rule: 0, column: 0 }, '7.1')
  expect(tableOf(said).rules[0]?.annotations).toEqual(['7.1'])
})

it('sets what columns say, and takes it away again', () => {
  const table = tableOf(SMALL)
  const input = setColumn(SMALL, table, 'input', 0, {
    label: 'Age',
    typeRef: 'number',
    values: '[0..150]',
    expression: 'age + 0',
  })
  expect(tableOf(input).inputs[0]).toMatchObject({ label: 'Age', typeRef: 'number', values: { text: '[0..150]' } })
  expect(tableOf(input).inputs[0]?.expression.text).toBe('age + 0')
  const plain = { label: null, typeRef: null, values: null, expression: 'age' }
  expect(setColumn(input, tableOf(input), 'input', 0, plain)).toBe(SMALL)
  const output = setColumn(SMALL, table, 'output', 0, {
    values: '"yes", "no"',
    defaultEntry: '"no"',
    typeRef: 'string',
  })
  expect(tableOf(output).outputs[0]).toMatchObject({ typeRef: 'string', defaultEntry: { text: '"no"' } })
  expect(tableOf(output).outputs[0]?.values?.text).toBe('"yes", "no"')
  const wide = addColumn(SMALL, table, 'input', { expression: 'b' })
  expect(
    tableOf(moveColumn(wide, tableOf(wide), 'input', 1, 0)).inputs.map(({ expression }) => expression.text),
  ).toEqual(['b', 'age'])
})

it('leaves a source alone that is no model, a place that it does not have, and the last output', () => {
  const table = tableOf(SMALL)
  expect(setCell('<a/>', table, 'input', { rule: 0, column: 0 }, '1')).toBe('<a/>')
  expect(setCell(SMALL, table, 'input', { rule: 7, column: 0 }, '1')).toBe(SMALL)
  expect(setCell(SMALL, table, 'input', { rule: 0, column: 7 }, '1')).toBe(SMALL)
  expect(removeColumn(SMALL, table, 'output', 0)).toBe(SMALL)
  expect(moveRule(SMALL, table, 0, 5)).toBe(SMALL)
})

it('adds inputs and decisions, questions and requirements', () => {
  const input = addInputData(SMALL, 'family size', 'number')
  expect(modelOf(input).inputs[1]).toMatchObject({ id: 'input-family-size', variable: { typeRef: 'number' } })
  const [decision] = modelOf(input).decisions as [Model['decisions'][number]]
  const needs = setRequirement(input, decision, { kind: 'input', id: 'input-family-size' }, true)
  expect(modelOf(needs).decisions[0]?.information).toEqual(['#i', '#input-family-size'])
  expect(setRequirement(needs, decision, { kind: 'input', id: 'input-family-size' }, false)).toBe(input)
  const plain = modelOf(SMALL).decisions[0] as Model['decisions'][number]
  const asked = setQuestion(SMALL, plain, 'How old & why?')
  expect(plain.question).toBe('')
  expect(modelOf(asked).decisions[0]?.question).toBe('How old & why?')
  expect(modelOf(setQuestion(asked, modelOf(asked).decisions[0] as never, 'Who?')).decisions[0]?.question).toBe('Who?')
  const literal = addDecision(SMALL, 'amount', 'literal')
  const made = modelOf(literal).decisions[1] as Model['decisions'][number]
  expect(made.expression).toMatchObject({ kind: 'literal', text: 'null' })
  expect(modelOf(setLiteral(literal, made.expression as never, 'age < 3')).decisions[1]?.expression).toMatchObject({
    text: 'age < 3',
  })
  const table = addDecision(SMALL, 'amount', 'table')
  expect(tableOf(table, 1).outputs.map(({ name }) => name)).toEqual(['amount'])
  expect(
    tableOf(addRule(addColumn(table, tableOf(table, 1), 'input', { expression: 'age' }), tableOf(table, 1), 0), 1)
      .rules[0]?.tests[0]?.text,
  ).toBe('-')
  expect(modelOf(setInputType(SMALL, modelOf(SMALL).inputs[0] as never, 'string')).inputs[0]?.variable.typeRef).toBe(
    'string',
  )
})

it('begins with a table to be filled', () => {
  const xml = emptyModel('fee', 'How "much"')
  expect(modelOf(xml).decisions[0]).toMatchObject({ id: 'fee-decision', name: 'How "much"' })
  const ruled = addRule(addColumn(xml, tableOf(xml), 'input', { expression: 'age' }), tableOf(xml), 0, {
    tests: ['< 3'],
  })
  expect(tableOf(ruled).rules[0]?.tests[0]?.text).toBe('< 3')
})
