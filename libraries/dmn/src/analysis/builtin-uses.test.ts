import { expect, test } from 'vitest'
import { tablesOf } from '../model/walk.ts'
import { parse } from '../reader/parse.ts'
import { builtinUsesOf } from './builtin-uses.ts'

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

test('built-in functions are found in every boxed expression, with the numbers that are written out', () => {
  expect(
    builtinUsesOf(model).map(({ owner, name, numbers, named, element }) => [owner, name, numbers, named, element]),
  ).toEqual([
    ['share', 'round half up', [null, '2'], {}, 'l1'],
    ['share', 'floor', [null], {}, ''],
    ['share', 'decimal', [], { n: null, scale: '-2' }, 'o'],
  ])
})

test('a built-in function is found under another name, in a test, in a boxed invocation, beside own types', () => {
  const own = parse(`<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
<decision id="a" name="alias"><variable name="alias"/><literalExpression><text>{r: round half up, v: r(1.5, 0)}.v</text></literalExpression></decision>
<decision id="b" name="boxed"><variable name="boxed"/><invocation><literalExpression><text>round down</text></literalExpression>
  <binding><parameter name="scale"/><literalExpression><text>1</text></literalExpression></binding><binding><parameter name="n"/><literalExpression><text>2.55</text></literalExpression></binding></invocation></decision>
<decision id="c" name="typed"><variable name="typed"/><literalExpression><text>1 instance of tMoney and floor(1.5) = 1</text></literalExpression></decision>
<decision id="d" name="tested"><variable name="tested"/><decisionTable id="t" hitPolicy="FIRST"><input><inputExpression><text>1</text></inputExpression></input><output name="x"/>
  <rule><inputEntry><text>ceiling(?) = 1</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>
</definitions>`)
  if (!own.ok) throw new Error('no model')
  expect(builtinUsesOf(own.model).map(({ owner, name, called, named }) => [owner, name, called, named])).toEqual([
    ['alias', 'round half up', false, {}],
    ['boxed', 'round down', true, { scale: '1', n: null }],
    ['typed', 'floor', true, {}],
    ['tested', 'ceiling', true, {}],
  ])
})

test('tables inside boxed expressions are found', () => {
  expect(tablesOf(model).map(({ owner, expression }) => [owner, expression.id])).toEqual([['share', 't']])
})
