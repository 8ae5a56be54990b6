import { parse } from '@tereze/dmn'
import { expect, test } from 'vitest'
import type { PackageKind } from '../contract/packages.ts'
import { openPackage } from '../reading/open-package.ts'
import { createPackageSet } from '../reading/packages.ts'
import { checkLiterals, knownLiterals, type LegalParameter } from './check-literals.ts'

const parsed = parse(`<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
<inputData id="i" name="income"><variable name="income"/></inputData>
<decision id="d" name="amount"><variable name="amount"/><informationRequirement><requiredInput href="#i"/></informationRequirement>
<decisionTable id="t" hitPolicy="FIRST"><input><inputExpression><text>income</text></inputExpression></input><output name="x"/>
  <rule><inputEntry id="test"><text>&lt; 50500</text></inputEntry><outputEntry id="money"><text>{amount: "41000.00", currency: "DMD"}</text></outputEntry></rule>
  <rule><inputEntry><text>[100..200]</text></inputEntry><outputEntry id="share"><text>income * 1.50</text></outputEntry></rule>
  <rule><inputEntry id="small"><text>3</text></inputEntry><outputEntry id="day"><text>date("2026-07-01") &lt; today()</text></outputEntry></rule>
  <rule><inputEntry><text>-</text></inputEntry><outputEntry id="one"><text>"3" + string(1)</text></outputEntry></rule>
</decisionTable></decision>
<decision id="e" name="right"><variable name="right"/><literalExpression><text>parameters.benefit</text></literalExpression></decision></definitions>`)
if (!parsed.ok) throw new Error('no model')

const money = (amount: string) => ({ value: { amount, currency: 'DMD' } })
const parameters: LegalParameter[] = [
  { name: 'minimum', type: 'money', values: [money('46200.00'), money('50500.00')] },
  { name: 'benefit', type: 'money', values: [money('41000.00')] },
  { name: 'share', type: 'number', values: [{ value: 1.5 }] },
  { name: 'age', type: 'number', values: [{ value: 3 }] },
  { name: 'one', type: 'number', values: [{ value: 1 }] },
  { name: 'reform', type: 'date', values: [{ value: '2026-07-01' }] },
]

test('what the legal parameters know is found by its place, also where it is a value of another year or writing', () => {
  expect(
    knownLiterals([parsed.model], parameters).map(({ literal, parameter, certainty }) =>
      [literal.owner, literal.element, literal.value, parameter, certainty].join(' '),
    ),
  ).toEqual([
    'amount money 41000.00 benefit sure',
    'amount share 1.5 share sure',
    'amount day 2026-07-01 reform sure',
    'amount test 50500 minimum sure',
    'amount small 3 age likely',
  ])
  expect(knownLiterals([parsed.model], [])).toEqual([])
})

test('a package is checked against the parameters of the jurisdiction that its owner is in', () => {
  const set = createPackageSet()
  const add = (kind: PackageKind, id: string, files: Record<string, unknown>) => {
    const texts = Object.entries(files).map(([path, file]) => [
      path,
      typeof file === 'string' ? file : JSON.stringify(file),
    ])
    const pack = openPackage({ kind, id, version: '1.0.0', hash: id, folder: id, files: Object.fromEntries(texts) })
    set.add(pack)
    return pack
  }
  const values = { jurisdiction: 'x', parameters: [{ name: 'minimum', type: 'money', values: [money('77777.00')] }] }
  add('jurisdiction', 'here', { 'parameters.json': values })
  add('jurisdiction', 'there', { 'parameters.json': { parameters: [{ ...parameters[2], name: 'elsewhere' }] } })
  add('organisation', 'organisations', { 'agency.json': { id: 'agency', jurisdiction: 'here' } })
  const model = (
    expression: string,
  ) => `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
<decision id="d" name="amount"><variable name="amount"/><literalExpression id="l"><text>${expression}</text></literalExpression></decision></definitions>`
  const check = (expression: string) => {
    const service = add('service', 'benefit', {
      'service.json': { owner: 'agency' },
      'decisions/amount.dmn': model(expression),
    })
    return checkLiterals(service, set).problems
  }
  expect(check('77777 * 1.5')).toEqual([
    {
      package: 'service:benefit',
      file: 'decisions/amount.dmn',
      pointer: '/l',
      code: 'package.literal-is-parameter',
      params: { decision: 'amount', literal: '77777', parameter: 'parameters.minimum', line: 2 },
    },
  ])
  expect(check('parameters.minimum * 1.5')).toEqual([])
})
