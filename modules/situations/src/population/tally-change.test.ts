import { compile, evaluate, evaluateColumns, parse } from '@tereze/dmn'
import { approximate, type FeelContext, type FeelValue, isContext } from '@tereze/feel'
import { expect, it } from 'vitest'
import { nobody, type Standing, tallyChange } from './tally-change.ts'

/** A benefit for whom is younger than a limit, with less for whom earns something. */
function ruleOf(limit: number, full: string) {
  const rules = [
    [`< ${limit}`, '= 0', '"granted"', full],
    [`< ${limit}`, '> 0', '"granted"', '50.10'],
    [`>= ${limit}`, '-', '"refused"', '0'],
  ].map(
    ([age, income, outcome, amount], at) =>
      `<rule id="r${at}"><inputEntry><text>${age?.replace('<', '&lt;')}</text></inputEntry><inputEntry><text>${income}</text></inputEntry>
       <outputEntry><text>${outcome}</text></outputEntry><outputEntry><text>${amount}</text></outputEntry></rule>`,
  )
  const parsed =
    parse(`<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="benefit" namespace="urn:benefit">
    <inputData id="a" name="age"><variable name="age" typeRef="number"/></inputData>
    <inputData id="b" name="income"><variable name="income" typeRef="number"/></inputData>
    <decision id="d" name="benefit"><variable name="benefit"/>
      <informationRequirement><requiredInput href="#a"/></informationRequirement>
      <informationRequirement><requiredInput href="#b"/></informationRequirement>
      <decisionTable hitPolicy="UNIQUE">
        <input><inputExpression><text>age</text></inputExpression></input>
        <input><inputExpression><text>income</text></inputExpression></input>
        <output name="outcome"/><output name="amount"/>${rules.join('')}</decisionTable></decision></definitions>`)
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message)
  return compile(parsed.model)
}

function read(value: FeelValue): Standing {
  if (value === null || !isContext(value)) return { isEntitled: false, amount: 0 }
  const { outcome, amount } = value as FeelContext
  const isEntitled = outcome === 'granted'
  return { isEntitled, amount: isEntitled ? Math.round(approximate(amount as never) * 100) : 0 }
}

const inForce = ruleOf(18, '100')
const tried = ruleOf(16, '120.05')
const people = [
  { age: 10, income: 0, region: 'north' },
  { age: 17, income: 0, region: 'north' },
  { age: 15, income: 7, region: 'south' },
  { age: 40, income: 7, region: 'south' },
  { age: null, income: 7, region: 'south' },
]

function tallied(portions: (typeof people)[], tally = nobody(), [from, to] = [inForce, tried]) {
  for (const portion of portions) {
    const columns = { age: portion.map(({ age }) => age), income: Float64Array.from(portion, ({ income }) => income) }
    const outcomes = {
      before: evaluateColumns(from, 'benefit', columns),
      after: evaluateColumns(to, 'benefit', columns),
    }
    tallyChange(tally, outcomes, read, position => portion[position]?.region ?? '', 1_000)
  }
  return tally
}

it('tells who gains, loses and has more, and how much in all', () => {
  expect(tallied([people])).toEqual({
    groups: {
      north: {
        ...{ people: 2, entitledBefore: 2, entitledAfter: 1, gain: 0, lose: 1, more: 1, less: 0 },
        ...{ sumBefore: 20_000, sumAfter: 12_005 },
      },
      south: {
        ...{ people: 3, entitledBefore: 1, entitledAfter: 1, gain: 0, lose: 0, more: 0, less: 0 },
        ...{ sumBefore: 5_010, sumAfter: 5_010 },
      },
    },
    differences: { '2000': 1, '-10000': 1 },
  })
})

it('tells the opposite of the opposite change', () => {
  const { groups, differences } = tallied([people], nobody(), [tried, inForce])
  expect(groups.north).toMatchObject({ gain: 1, lose: 0, more: 0, less: 1 })
  expect(differences).toEqual({ '10000': 1, '-3000': 1 })
})

it('comes to the same when it is stopped, kept as JSON and gone on with', () => {
  const first = JSON.parse(JSON.stringify(tallied([people.slice(0, 2)])))
  expect(tallied([people.slice(2, 4), people.slice(4)], first)).toEqual(tallied([people]))
})

it('judges each person as the ordinary decision does', () => {
  for (const one of people) {
    const standing = read(evaluate(tried, 'benefit', { age: one.age, income: one.income }).value)
    const counts = tallied([[one]]).groups[one.region]
    expect([counts?.entitledAfter, counts?.sumAfter]).toEqual([standing.isEntitled ? 1 : 0, standing.amount])
  }
})
