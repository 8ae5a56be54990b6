import { readFileSync } from 'node:fs'
import { type CompiledModel, compile, evaluate, evaluateColumns, parse } from '@tereze/dmn'
import { expect, it } from 'vitest'
import { bindInputs, type InputSource } from './bind-inputs.ts'
import { inputColumns, readColumnsOf } from './input-columns.ts'

function compiled(source: string): CompiledModel {
  const parsed = parse(source)
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message)
  return compile(parsed.model)
}

/** A decision by the age and the region of a person, the date of a move and a limit that is a parameter. */
function ruleOf(text: string, movedType = 'date') {
  return compiled(`<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
    <itemDefinition name="tPerson">
      <itemComponent name="age"><typeRef>number</typeRef></itemComponent>
      <itemComponent name="region"><typeRef>string</typeRef></itemComponent>
      <itemComponent name="children" isCollection="true"><typeRef>string</typeRef></itemComponent>
    </itemDefinition>
    <inputData id="p" name="person"><variable name="person" typeRef="tPerson"/></inputData>
    <inputData id="m" name="moved"><variable name="moved" typeRef="${movedType}"/></inputData>
    <inputData id="l" name="parameters"><variable name="parameters"/></inputData>
    <decision id="d" name="entitled"><variable name="entitled"/>
      <informationRequirement><requiredInput href="#p"/></informationRequirement>
      <informationRequirement><requiredInput href="#m"/></informationRequirement>
      <informationRequirement><requiredInput href="#l"/></informationRequirement>
      <literalExpression><text>${text.replaceAll('<', '&lt;')}</text></literalExpression></decision></definitions>`)
}

const rule = ruleOf('person.age < parameters.limit and person.region = "north" and moved < date("2020-01-01")')
const columns = [
  { name: 'birthDate', pointer: '/birthDate', type: 'date' },
  { name: 'region', pointer: '/region', type: 'text' },
  { name: 'moved', pointer: '/moved', type: 'date' },
  { name: 'seen', pointer: '/seen', type: 'instant' },
] as const
const sources: Record<string, InputSource> = {
  'person.age': { from: 'years', column: 'birthDate' },
  'person.region': { from: 'column', column: 'region' },
  'parameters.limit': { from: 'value', value: 18 },
}

it('finds a source for each input, said or by its name, and reads each column once', () => {
  const bound = bindInputs([rule, rule], 'entitled', columns, sources)
  expect(bound).toEqual({ isBound: true, inputs: { ...sources, moved: { from: 'column', column: 'moved' } } })
  if (bound.isBound) expect(readColumnsOf(bound.inputs).sort()).toEqual(['birthDate', 'moved', 'region'])
})

it('reads nothing that no rule asks for, and all that either asks for', () => {
  const [old, later] = [ruleOf('person.age < 18'), ruleOf('person.region = "north"')]
  const bound = bindInputs([old, later], 'entitled', columns, { 'person.age': { from: 'value', value: 1 } })
  expect(bound).toMatchObject({ isBound: false, notHeld: [{ input: 'parameters' }, { input: 'person.region' }] })
})

it('says plainly which inputs are not held, and why', () => {
  const reads = (text: string, said: Record<string, InputSource>, type?: string) => {
    const bound = bindInputs([ruleOf(`${text} and moved = null and parameters.limit = 1`, type)], 'entitled', columns, {
      'parameters.limit': { from: 'value', value: 1 },
      ...said,
    })
    return bound.isBound ? [] : bound.notHeld.map(({ input, why, column }) => [input, why, column])
  }
  const region = 'person.region'
  expect(reads('person.region = "a"', {})).toEqual([[region, 'no-source', null]])
  expect(reads('person.region = "a"', { [region]: { from: 'column', column: 'constructor' } })).toEqual([
    [region, 'no-column', 'constructor'],
  ])
  expect(reads('count(person.children) > 0', { 'person.children': { from: 'column', column: 'region' } })).toEqual([
    ['person.children', 'whole', 'region'],
  ])
  expect(reads('person.region = "a"', { [region]: { from: 'column', column: 'birthDate' } })).toEqual([
    [region, 'other-kind', 'birthDate'],
  ])
  expect(reads('person.region = "a"', { [region]: { from: 'column', column: 'seen' } })).toEqual([
    [region, 'other-kind', 'seen'],
  ])
  expect(reads('person.age = 1', { 'person.age': { from: 'years', column: 'region' } })).toEqual([
    ['person.age', 'other-kind', 'region'],
  ])
  // Days since 1970 would be read as a number where the input does not say that it is a date.
  expect(reads('person.age = 1', { 'person.age': { from: 'value', value: 1 } }, 'Any')).toEqual([
    ['moved', 'other-kind', 'moved'],
  ])
})

it('judges no decision that a rule does not have', () => {
  expect(() => bindInputs([rule], 'person', columns)).toThrow('no decision person')
})

it('names what registers do not hold of a decision that is published', () => {
  const file = new URL(
    '../../../../content/services/health/pharmacy-licence/decisions/eligibility.dmn',
    import.meta.url,
  )
  const bound = bindInputs([compiled(readFileSync(file, 'utf8'))], 'eligibility', columns)
  const inputs = bound.isBound ? [] : bound.notHeld.map(({ input }) => input)
  expect(inputs).toEqual(['applicant.closedOn', 'pharmacists', 'area', 'licence.id', 'parameters.pharmacyMinimumArea'])
})

it('judges a portion as the ordinary decision does each person', () => {
  const days = (date: string) => Date.parse(date) / 86_400_000
  const people = [
    { born: '2010-05-01', region: 'north', moved: '2019-12-31' },
    { born: '2010-05-01', region: 'north', moved: '2020-01-01' },
    { born: '2002-05-01', region: 'north', moved: '2019-12-31' },
    { born: '2002-05-02', region: 'south', moved: '2019-12-31' },
    { born: '2002-05-02', region: 'north', moved: '2000-02-29' },
  ]
  const ages = [10, 10, 18, 17, 17]
  const bound = bindInputs([rule], 'entitled', columns, sources)
  if (!bound.isBound) throw new Error('not bound')
  const portion = {
    count: people.length,
    columns: {
      birthDate: Float64Array.from(people, ({ born }) => days(born)),
      region: people.map(({ region }) => region),
      moved: Float64Array.from(people, ({ moved }) => days(moved)),
    },
  }
  const outcome = evaluateColumns(rule, 'entitled', inputColumns(bound.inputs, portion, '2020-05-01'))
  const each = people.map(({ region, moved }, at) => {
    const person = { age: ages[at] as number, region }
    return evaluate(rule, 'entitled', { person, moved, parameters: { limit: 18 } }).value
  })
  expect(people.map((_, at) => outcome.at(at))).toEqual(each)
  expect(each).toEqual([true, false, false, false, true])
  expect(() => inputColumns(bound.inputs, { count: 1, columns: {} }, '2020-05-01')).toThrow('was not read')
})
