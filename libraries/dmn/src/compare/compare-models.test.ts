import { expect, it } from 'vitest'
import { addDecision, setRequirement } from '../edit/edit-model.ts'
import { addColumn, addRule, moveRule, removeRule, setCell, setColumn, setHitPolicy } from '../edit/edit-table.ts'
import type { DecisionTable, Model } from '../model/model.ts'
import { parse } from '../reader/parse.ts'
import { compareModels } from './compare-models.ts'

const XML = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
  <inputData id="i" name="age"/>
  <decision id="d" name="d">
    <informationRequirement><requiredInput href="#i"/></informationRequirement>
    <decisionTable id="t" hitPolicy="FIRST">
      <input id="in" label="Age"><inputExpression><text>age</text></inputExpression></input>
      <output id="out" name="d"/>
      <annotation name="clause"/>
      <rule id="one">
        <inputEntry><text>&lt; 18</text></inputEntry>
        <outputEntry><text>"no"</text></outputEntry>
        <annotationEntry><text>7.1</text></annotationEntry>
      </rule>
      <rule id="two">
        <inputEntry><text>-</text></inputEntry>
        <outputEntry><text>"yes"</text></outputEntry>
        <annotationEntry><text>7.2</text></annotationEntry>
      </rule>
    </decisionTable>
  </decision>
</definitions>`

function modelOf(xml: string): Model {
  const read = parse(xml)
  if (!read.ok) throw new Error('no model')
  return read.model
}
const table = modelOf(XML).decisions[0]?.expression as DecisionTable
const differences = (after: string) => compareModels(modelOf(XML), modelOf(after))

it('finds nothing where only the writing is other', () => {
  expect(differences(XML)).toEqual([])
  expect(differences(XML.replace('&lt; 18', '&lt;18').replace('<text>-</text>', '<text></text>'))).toEqual([])
  expect(differences(XML.replace('id="two"', 'id="three"'))).toEqual([])
})

it('tells cells, rules, order, columns and policies apart', () => {
  expect(differences(setCell(XML, table, 'input', { rule: 0, column: 0 }, '< 16'))).toEqual([
    { kind: 'cell', decision: 'd', rule: 1, column: 'Age', before: '< 18', after: '< 16' },
  ])
  expect(differences(addRule(XML, table, 0))).toEqual([{ kind: 'rule-added', decision: 'd', rule: 1 }])
  expect(differences(removeRule(XML, table, 1))).toEqual([{ kind: 'rule-removed', decision: 'd', rule: 2 }])
  expect(differences(moveRule(XML, table, 0, 1))).toEqual([{ kind: 'order', decision: 'd' }])
  expect(differences(setHitPolicy(XML, table, 'COLLECT', 'MAX'))).toEqual([
    { kind: 'policy', decision: 'd', before: 'FIRST', after: 'COLLECT MAX' },
  ])
  expect(differences(addColumn(XML, table, 'input', { expression: 'b', label: 'B' }))).toEqual([
    { kind: 'column-added', decision: 'd', column: 'B' },
  ])
  expect(differences(setColumn(XML, table, 'output', 0, { values: '"yes"', defaultEntry: '"no"' }))).toEqual([
    { kind: 'values', decision: 'd', column: 'd', before: '', after: '"yes"' },
    { kind: 'default', decision: 'd', column: 'd', before: '', after: '"no"' },
  ])
})

it('tells decisions and what they need apart', () => {
  expect(differences(addDecision(XML, 'e', 'literal'))).toEqual([{ kind: 'decision-added', decision: 'e' }])
  const [decision] = modelOf(XML).decisions as [Model['decisions'][number]]
  expect(differences(setRequirement(XML, decision, { kind: 'input', id: 'i' }, false))).toEqual([
    { kind: 'needs', decision: 'd', added: [], removed: ['age'] },
  ])
  const literal = addDecision(XML, 'e', 'literal')
  expect(compareModels(modelOf(literal), modelOf(literal.replace('>null<', '>1+ 1<')))).toEqual([
    { kind: 'expression', decision: 'e', before: 'null', after: '1+ 1' },
  ])
})
