import { expect, test } from 'vitest'
import { tablesOf } from '../model/walk.ts'
import { parse } from '../reader/parse.ts'
import { callsOf } from './calls.ts'

const xml = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
<inputData id="i" name="income per head"><variable name="income per head"/></inputData>
<decision id="d" name="share"><variable name="share"/>
<informationRequirement><requiredInput href="#i"/></informationRequirement>
<context>
  <contextEntry><variable name="whole sum"/><literalExpression id="l1"><text>round half up(income per head * 12, 2)</text></literalExpression></contextEntry>
  <contextEntry><variable name="part"/><decisionTable id="t" hitPolicy="FIRST"><input><inputExpression><text>floor(whole sum)</text></inputExpression></input><output name="x"/>
    <rule><inputEntry><text>&lt; 10</text></inputEntry><outputEntry id="o"><text>decimal(n: whole sum, scale: -2)</text></outputEntry></rule></decisionTable></contextEntry>
</context></decision>
<decision id="e" name="broken"><variable name="broken"/><literalExpression><text>floor(</text></literalExpression></decision>
</definitions>`
const parsed = parse(xml)
if (!parsed.ok) throw new Error('no model')
const { model } = parsed

test('calls of built-in functions are found in every boxed expression, with the numbers that are written out', () => {
  expect(callsOf(model).map(({ owner, name, numbers, element }) => ({ owner, name, numbers, element }))).toEqual([
    { owner: 'share', name: 'round half up', numbers: [null, '2'], element: 'l1' },
    { owner: 'share', name: 'floor', numbers: [null], element: '' },
    { owner: 'share', name: 'decimal', numbers: [null, '-2'], element: 'o' },
  ])
})

test('tables inside boxed expressions are found', () => {
  expect(tablesOf(model).map(({ owner, expression }) => [owner, expression.id])).toEqual([['share', 't']])
})
