import { evaluate } from '@tereze/dmn'
import { describe, expect, it } from 'vitest'
import { compileDecisions } from './compile-decisions.ts'
import { findDecision } from './find-decision.ts'
import type { RulesInTime } from './rules-in-time.ts'

const dmn = (namespace: string, name: string, text: string, imports = '') =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:${namespace}">${imports}<decision id="d" name="${name}"><variable name="${name}"/>${imports === '' ? '' : '<informationRequirement><requiredDecision href="urn:base#d"/></informationRequirement>'}<literalExpression><text>${text}</text></literalExpression></decision></definitions>`
const models = compileDecisions([
  ['decisions/new.dmn', dmn('new', 'amount', '2')],
  ['decisions/old.dmn', dmn('old', 'amount', '1')],
  ['decisions/base.dmn', dmn('base', 'base', '20')],
  [
    'decisions/acceptance.dmn',
    dmn(
      'acceptance',
      'acceptance',
      'b.base + 1',
      '<import name="b" namespace="urn:base" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>',
    ),
  ],
  ['notes.md', 'no decision'],
])
const rules: RulesInTime = {
  follow: 'event',
  event: 'born',
  clause: '5.7',
  editions: [
    { file: 'decisions/old.dmn', until: '2026-03-31', when: 'applied before', clause: '5.9' },
    { file: 'decisions/old.dmn', until: '2025-12-31', clause: '5.8' },
    { file: 'decisions/new.dmn', from: '2026-01-01', clause: '5.7' },
  ],
}
const found = (decision: string, date: string, holds = false) =>
  findDecision(models, decision, rules, date, () => holds)

describe('the decision of a date', () => {
  it('is that of the edition in force, or of the transitional norm that holds', () => {
    expect(found('amount', '2025-12-31')).toMatchObject({ file: 'decisions/old.dmn', edition: { clause: '5.8' } })
    expect(found('amount', '2026-01-01')).toMatchObject({ file: 'decisions/new.dmn', edition: { clause: '5.7' } })
    expect(found('amount', '2026-01-01', true)).toMatchObject({ file: 'decisions/old.dmn', edition: { clause: '5.9' } })
  })

  it('is of the file that always holds where there are no editions, and none where no file has it', () => {
    expect(found('acceptance', '1990-01-01')).toMatchObject({ file: 'decisions/acceptance.dmn', edition: null })
    expect(findDecision(models, 'base', null, '1990-01-01', () => true)?.file).toBe('decisions/base.dmn')
    expect(found('nothing', '2026-01-01')).toBeNull()
  })

  it('may use decisions of the other files', () => {
    const { model } = found('acceptance', '2026-01-01') ?? {}
    if (model === undefined) throw new Error('no model')
    expect(evaluate(model, 'acceptance', {}).value).toBe(21)
  })
})

it('a file that is no model is named', () => {
  expect(() => compileDecisions([['decisions/bad.dmn', '<a/>']])).toThrow('decisions/bad.dmn is no decision model')
})
