import { type Model, parse } from '@tereze/dmn'
import type { RulesInTime } from '@tereze/service-rules'
import { expect, test } from 'vitest'
import { checkRulesInTime } from './check-rules-in-time.ts'

function model(...decisions: string[]): Model {
  const parsed = parse(
    `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">${decisions.map((name, i) => `<decision id="d${i}" name="${name}"><variable name="${name}"/><literalExpression><text>1</text></literalExpression></decision>`).join('')}</definitions>`,
  )
  if (!parsed.ok) throw new Error('no model')
  return parsed.model
}

const models = new Map([
  ['decisions/old.dmn', model('eligibility')],
  ['decisions/new.dmn', model('eligibility')],
  ['decisions/acceptance.dmn', model('acceptance')],
])
const check = (...editions: NonNullable<RulesInTime['editions']>) =>
  checkRulesInTime({ follow: 'event', event: 'x', clause: '1', editions }, models).map(
    ({ code, params }) => `${code} ${params.from ?? params.file ?? params.decision}`,
  )
const old = { file: 'decisions/old.dmn', until: '2025-12-31', clause: '1' }
const fresh = { file: 'decisions/new.dmn', from: '2026-01-01', clause: '2' }

test('editions that follow each other day by day are right', () => {
  expect(check(old, fresh)).toEqual([])
})

test('a day that no edition takes in is told', () => {
  expect(check(old, { ...fresh, from: '2026-01-03' })).toEqual(['package.editions-gap 2026-01-01'])
  expect(check(old, { ...fresh, until: '2026-12-31' })).toEqual(['package.editions-gap 2027-01-01'])
  expect(check({ ...old, from: '2020-01-01' }, fresh)).toEqual(['package.editions-gap '])
  expect(check({ ...old, when: 'x' }, { ...fresh, from: '2026-01-01' })).toEqual(['package.editions-gap '])
})

test('a decision in two files needs editions, and an edition needs its file', () => {
  expect(check()).toEqual(['package.editions-ambiguous eligibility'])
  expect(check(old)).toEqual(['package.editions-ambiguous eligibility'])
  expect(check(old, fresh, { file: 'decisions/none.dmn', clause: '3' })).toEqual([
    'package.edition-unknown decisions/none.dmn',
  ])
})
