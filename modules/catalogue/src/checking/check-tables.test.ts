import { parse } from '@tereze/dmn'
import { expect, test } from 'vitest'
import { checkTables } from './check-tables.ts'

type Row = readonly [id: string, test: string, output: string, clause?: string]

function findings(hitPolicy: string, rows: readonly Row[], byDefault = '') {
  const xml = (text: string) => text.replaceAll('<', '&lt;')
  const output = byDefault === '' ? '' : `<defaultOutputEntry><text>${byDefault}</text></defaultOutputEntry>`
  const rules = rows.map(
    ([id, cell, out, clause = '']) =>
      `<rule id="${id}"><inputEntry><text>${xml(cell)}</text></inputEntry><outputEntry><text>${out}</text></outputEntry><annotationEntry><text>${clause}</text></annotationEntry></rule>`,
  )
  const parsed = parse(`<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
<inputData id="i" name="age"><variable name="age" typeRef="number"/></inputData>
<decision id="d" name="eligibility"><variable name="eligibility"/><informationRequirement><requiredInput href="#i"/></informationRequirement>
<decisionTable id="t" hitPolicy="${hitPolicy}"><input><inputExpression typeRef="number"><text>age</text></inputExpression></input><output name="x">${output}</output><annotation name="clause"/>${rules.join('')}</decisionTable></decision></definitions>`)
  if (!parsed.ok) throw new Error('no model')
  const { wrong, hints } = checkTables(parsed.model)
  return {
    wrong: wrong.map(({ element, code }) => `${element} ${code}`),
    hints: hints.map(({ element, code }) => `${element} ${code}`),
    first: [...wrong, ...hints][0]?.params,
  }
}

test('a gap is told with where it is and an example', () => {
  expect(
    findings('UNIQUE', [
      ['young', '< 18', '1'],
      ['old', '> 18', '2'],
    ]),
  ).toEqual({
    wrong: ['t package.table-gap'],
    hints: [],
    first: { decision: 'eligibility', where: 'age: 18', example: '{"age":18}' },
  })
})

test('a gap that a default answers is none; where a list is the result it is a hint', () => {
  const rows: Row[] = [['young', '< 18', '1']]
  expect(findings('UNIQUE', rows, '0')).toMatchObject({ wrong: [], hints: [] })
  expect(findings('COLLECT', rows)).toMatchObject({ wrong: [], hints: ['t package.table-gap'] })
})

test('an overlap is a fault under UNIQUE, under ANY only when the outputs differ, under FIRST never', () => {
  const rows: Row[] = [
    ['young', '<= 18', '1'],
    ['old', '>= 18', '2'],
  ]
  expect(findings('UNIQUE', rows)).toMatchObject({
    wrong: ['old package.table-overlap'],
    first: { with: 'young', where: 'age: 18' },
  })
  expect(findings('ANY', rows).wrong).toEqual(['old package.table-overlap'])
  expect(
    findings(
      'ANY',
      rows.map(([id, cell]) => [id, cell, '1'] as const),
    ).wrong,
  ).toEqual([])
  expect(findings('FIRST', rows)).toMatchObject({ wrong: [], hints: [] })
})

test('rules that never apply, and rules that the next one makes needless', () => {
  expect(
    findings('FIRST', [
      ['all', '-', '1'],
      ['late', '< 5', '2'],
      ['never', '[7..3]', '3'],
    ]).wrong,
  ).toEqual(['never package.rule-contradicts-itself', 'late package.rule-hidden'])
  const rows: Row[] = [
    ['young', '< 18', '1', '7.1'],
    ['rest', '-', '1', '7.1'],
  ]
  expect(findings('FIRST', rows).hints).toEqual(['young package.rule-needless'])
  expect(findings('FIRST', [['young', '< 18', '1', '7.2'], rows[1] as Row]).hints).toEqual([])
})

test('cells that depend on more than constants are told', () => {
  expect(
    findings('FIRST', [
      ['young', '< limit', '1'],
      ['rest', '-', '2'],
    ]).hints,
  ).toEqual(['young package.cell-not-constant'])
})
