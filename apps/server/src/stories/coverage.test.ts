import { createPackageSet, openPackage } from '@tereze/catalogue'
import { expect, it } from 'vitest'
import { coverageOf, itemsOf, type Using } from './coverage.ts'
import type { SeenCase } from './observe-case.ts'

const dmn = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
  <inputData id="i" name="age"><variable name="age"/></inputData>
  <decision id="d" name="eligibility"><variable name="eligibility"/>
    <informationRequirement><requiredInput href="#i"/></informationRequirement>
    <decisionTable id="t" hitPolicy="FIRST">
      <input id="in"><inputExpression><text>age</text></inputExpression></input><output id="out"/>
      <rule id="young"><inputEntry id="e1"><text>&lt; 3</text></inputEntry><outputEntry id="o1"><text>true</text></outputEntry></rule>
      <rule id="old"><inputEntry id="e2"><text>-</text></inputEntry><outputEntry id="o2"><text>false</text></outputEntry></rule>
    </decisionTable></decision></definitions>`
const bpmn = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="x" targetNamespace="urn:x">
  <process id="benefit" isExecutable="true"><startEvent id="s"/><sequenceFlow id="only" sourceRef="s" targetRef="e"/><endEvent id="e"/></process></definitions>`
const set = createPackageSet()
set.add(
  openPackage({
    kind: 'service',
    id: 'benefit',
    version: '1.0.0',
    hash: 'h',
    folder: 'benefit',
    files: {
      'process.bpmn': bpmn,
      'decisions/eligibility.dmn': dmn,
      'forms/apply.form.json': JSON.stringify({ pages: [{ id: 'who' }, { id: 'too-old', exit: 'message:x' }] }),
      'regulation.json': JSON.stringify({ grounds: { refuse: [{ id: 'age' }], return: [{ id: 'unclear' }] } }),
    },
  }),
)
const items = await itemsOf(set.list('service'))
const told = (part: Partial<SeenCase>, exit: string | null = null): Using => {
  const seen = { service: 'benefit', rules: [], flows: [], acts: [], ...part } as unknown as SeenCase
  return { of: 'benefit', cases: [seen], exit }
}
const gaps = (...stories: Using[]) => coverageOf(items, stories).gaps.map(({ kind, name }) => `${kind} ${name}`)

it('wants every rule, flow, exit page and ground', () => {
  const all = [
    'rule benefit eligibility.dmn eligibility/young',
    'rule benefit eligibility.dmn eligibility/old',
    'flow benefit only',
    'exit benefit too-old',
    'ground benefit age',
  ]
  expect(gaps()).toEqual(all)
  expect(coverageOf(items, []).items).toBe(5)
})

it('counts over all stories what they used', () => {
  const rules = [{ file: 'decisions/eligibility.dmn', decision: 'eligibility', rule: 'young' }]
  const flows = [{ process: 'benefit', flow: 'only' }]
  const acts = [{ kind: 'decision', grounds: ['age'] }]
  expect(gaps(told({ rules, flows }), told({ acts }), told({}, 'too-old'))).toEqual([
    'rule benefit eligibility.dmn eligibility/old',
  ])
  expect(gaps(told({ service: 'other', rules }))).toContain('rule benefit eligibility.dmn eligibility/young')
})
