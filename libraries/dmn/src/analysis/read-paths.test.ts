import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from '../reader/parse.ts'
import { readPathsOf } from './read-paths.ts'

it('finds what a decision reads, through the decisions that it needs, lists as a whole', () => {
  const file = new URL(
    '../../../../content/services/health/pharmacy-licence/decisions/eligibility.dmn',
    import.meta.url,
  )
  const read = parse(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error('no model')
  expect(readPathsOf(read.model, 'eligibility')).toEqual([
    ['applicant', 'closedOn'],
    ['pharmacists'],
    ['area'],
    ['licence', 'id'],
    ['parameters', 'pharmacyMinimumArea'],
  ])
  expect(readPathsOf(read.model, 'acceptance')).toEqual([['applicant', 'kind']])
  expect(readPathsOf(read.model, 'nothing')).toEqual([])
})

it('takes the whole of which parts are read', () => {
  const read = parse(`<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
    <inputData id="i" name="family"/>
    <decision id="d" name="d"><informationRequirement><requiredInput href="#i"/></informationRequirement>
      <literalExpression><text>count(family.children[age &lt; 3]) + count(family.children.id) + family.size</text></literalExpression>
    </decision></definitions>`)
  if (!read.ok) throw new Error('no model')
  expect(readPathsOf(read.model, 'd')).toEqual([
    ['family', 'children'],
    ['family', 'size'],
  ])
})
