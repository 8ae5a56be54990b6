import { readFileSync } from 'node:fs'
import {
  addRule,
  compareModels,
  compile,
  type DecisionTable,
  evaluate,
  parse,
  removeRule,
  setCell,
  setHitPolicy,
} from '@tereze/dmn'
import { toJson } from '@tereze/feel'
import { differenceWords } from '@tereze/package-changes'
import { expect, it } from 'vitest'
import { exampleData, typedValue } from '../parts/example-values.ts'
import { cellMistake } from './cell-problem.ts'
import { cellSuggestions, clausesOf } from './cell-suggestions.ts'
import { gridColumns } from './grid-column.ts'
import { gridAction } from './grid-keys.ts'
import { mistakeWords } from './mistake-words.ts'
import { placeOf } from './place-of.ts'
import { sayDecision } from './say-decision.ts'
import { shownValue } from './shown-value.ts'
import { plainTests, tableFindings } from './table-findings.ts'

const content = new URL('../../../../content/services/', import.meta.url)
const textOf = (path: string): string => readFileSync(new URL(path, content), 'utf8')
const xml = textOf('family/monthly-child-benefit/decisions/eligibility.dmn')
function opened(text: string, name = 'eligibility') {
  const read = parse(text)
  if (!read.ok) throw new Error('no model')
  const table = read.model.decisions.find(decision => decision.name === name)?.expression
  return { model: read.model, table: table as DecisionTable }
}
const say = sayDecision('en')

it('tries a cell while it is typed, with the names of the whole file', () => {
  const { table } = opened(xml)
  const at = { rule: 0, column: 0 }
  expect(cellMistake(xml, table, 'output', at, '"granted"')).toBeNull()
  const mistake = cellMistake(xml, table, 'output', at, '"granted" + ) 2')
  expect(mistake).toMatchObject({ code: 'dmn.expression-invalid' })
  expect(mistake === null ? '' : mistakeWords(say, mistake)).toContain(') 2')
  expect(cellMistake(xml, table, 'input', at, '< ')).toMatchObject({ near: '' })
  expect(cellMistake(xml, table, 'annotation', at, '( any words')).toBeNull()
})

it('offers what a column allows, yes and no, and the clauses of the regulation', () => {
  const { model, table } = opened(xml)
  const columns = gridColumns(table)
  const known = columns.find(({ head }) => head.includes('ncome'))
  const states = columns.find(({ kind, index }) => kind === 'input' && table.inputs[index]?.values)
  const offered = states === undefined ? [] : cellSuggestions(table, model, states, [])
  expect(offered.slice(0, 5)).toEqual(['-', '"known"', '"declared"', '"missing"', '"conflict"'])
  expect(known).toBeDefined()
  const clauses = clausesOf(textOf('family/monthly-child-benefit/regulation.json'))
  expect(clauses.length).toBeGreaterThan(2)
  expect(clausesOf('{')).toEqual([])
  const ground = columns.at(-1)
  expect(ground === undefined ? [] : cellSuggestions(table, model, ground, clauses)).toContain(clauses[0])
})

it('finds a gap where a rule goes, fills it, and an overlap where one wins no more', () => {
  const { table } = opened(textOf('health/pharmacy-licence/decisions/eligibility.dmn'), 'acceptance')
  const source = textOf('health/pharmacy-licence/decisions/eligibility.dmn')
  const open = removeRule(source, table, 1)
  const gapped = opened(open, 'acceptance')
  const [gap] = tableFindings(gapped.table, gapped.model).findings
  expect(gap).toMatchObject({ kind: 'gap', tests: ['not("company")'] })
  expect(plainTests('< "a", ("a".."b"), > "b"')).toBe('not("a", "b")')
  expect(plainTests('< "a", > "b"')).toBe('< "a", > "b"')
  const filled = addRule(open, gapped.table, 9, { tests: gap?.tests ?? [], outputs: ['false', '[]'] })
  const whole = opened(filled, 'acceptance')
  expect(tableFindings(whole.table, whole.model)).toEqual({ findings: [], complete: true })
  const unique = opened(setHitPolicy(source, table, 'UNIQUE'), 'acceptance')
  expect(tableFindings(unique.table, unique.model).findings).toContainEqual(
    expect.objectContaining({ kind: 'overlap', rules: [2, 1], example: { 'applicant.kind': 'company' } }),
  )
  const collect = opened(setHitPolicy(open, gapped.table, 'COLLECT'), 'acceptance')
  expect(tableFindings(collect.table, collect.model).findings).toEqual([])
})

it('reads what an author types as an example and decides by it', () => {
  expect(typedValue(' ')).toBeUndefined()
  expect(typedValue('company')).toBe('company')
  expect(typedValue('true')).toBe(true)
  expect(typedValue('2026-01-02')).toBe('2026-01-02')
  expect(typedValue('[1, 2')).toBe('[1, 2')
  const { model } = opened(textOf('health/pharmacy-licence/decisions/eligibility.dmn'))
  const data = exampleData([
    [['pharmacists'], '0'],
    [['area'], '40'],
    [['parameters', 'pharmacyMinimumArea'], '30'],
    [['licence', 'id'], ''],
  ])
  expect(toJson(evaluate(compile(model), 'eligibility', data).value)).toEqual({
    outcome: 'refused',
    refusals: ['no-pharmacist'],
  })
  expect(shownValue(say, { outcome: 'refused', list: [true, null], none: [] })).toBe(
    'outcome: refused; list: yes, nothing; none: nothing',
  )
})

it('knows what a key does', () => {
  const key = (pressed: string, with_: object = {}) => ({
    key: pressed,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    ...with_,
  })
  const [place, last] = [
    { row: 1, column: 1 },
    { row: 2, column: 3 },
  ]
  expect(gridAction(key('ArrowUp'), place, last, true)).toEqual({ kind: 'go', to: { row: 0, column: 1 } })
  expect(gridAction(key('End', { ctrlKey: true }), place, last, false)).toEqual({ kind: 'go', to: last })
  expect(gridAction(key('ArrowRight'), { row: 1, column: 3 }, last, false)).toEqual({
    kind: 'go',
    to: { row: 1, column: 3 },
  })
  expect(gridAction(key('ArrowUp', { altKey: true }), place, last, false)).toEqual({ kind: 'move-rule', to: 0 })
  expect(gridAction(key('ArrowUp', { altKey: true }), { row: 0, column: 0 }, last, false)).toBeNull()
  expect(gridAction(key('x'), place, last, false)).toEqual({ kind: 'edit', text: 'x' })
  expect(gridAction(key('x'), place, last, true)).toBeNull()
  expect(gridAction(key('Enter'), { row: -1, column: 0 }, last, false)).toBeNull()
  expect(gridAction(key('Enter', { ctrlKey: true }), place, last, false)).toEqual({ kind: 'add-rule' })
  expect(gridAction(key('Delete'), place, last, false)).toEqual({ kind: 'clear' })
  expect(gridAction(key('Tab'), place, last, false)).toBeNull()
})

it('says what is other than published in the words of each language', () => {
  const { model, table } = opened(xml)
  const after = opened(setCell(xml, table, 'input', { rule: 0, column: 0 }, '-')).model
  const changed = opened(setCell(xml, table, 'annotation', { rule: 0, column: 0 }, '')).model
  for (const language of ['en', 'ru', 'kk'] as const) {
    const words = [after, changed]
      .flatMap(other => compareModels(model, other))
      .concat({ kind: 'needs', decision: 'eligibility', added: ['a'], removed: [] })
      .map(difference => differenceWords(language, difference))
    expect(words.length).toBeGreaterThan(1)
    for (const text of words) expect(text).not.toMatch(/[{}]|undefined/u)
  }
})

it('finds the place of a problem by the id of a rule, a cell, a table or a decision', () => {
  const { model } = opened(textOf('health/pharmacy-licence/decisions/eligibility.dmn'))
  expect(placeOf(model, 'too-small')).toEqual({ decision: 'refusals', rule: 2 })
  expect(placeOf(model, 'no-company-output-1')).toEqual({ decision: 'acceptance', rule: 1 })
  expect(placeOf(model, 'acceptance-input-1')).toEqual({ decision: 'acceptance', rule: -1 })
  expect(placeOf(model, 'refusals-table')).toEqual({ decision: 'refusals', rule: -1 })
  expect(placeOf(model, 'nowhere')).toBeNull()
})
