import { readPowerOfAttorney } from '@tereze/power-of-attorney'
import { expect, test } from 'vitest'
import { sampleGivenOn, samplePower } from '../../../../libraries/power-of-attorney/src/sample.fixture.ts'
import type { CheckedSignature } from '../contract/check.ts'
import { demoPowersRegistry } from '../ports/demo-powers-registry.ts'
import { failingPowersRegistry } from '../ports/failing-powers-registry.ts'
import { type AttorneyCodes, decidePowerFile, isOfJurisdiction, numbersIn } from './decide-power-file.ts'

const codes: AttorneyCodes = {
  numbers: [
    { attribute: 'ИННЮЛ', kind: 'firm', pattern: /^(ORG)-([0-9]+)$/ },
    { attribute: 'СНИЛС', kind: 'person', pattern: /^(PERSON-[0-9]+)$/ },
  ],
  codes: new Map([['TEST_APPLY', { powers: ['apply', 'see-cases'], services: null }]]),
}
const powerIn = (xml: string) => {
  const read = readPowerOfAttorney(xml)
  if ('fault' in read) throw new Error(read.fault.element)
  return read.power
}
const power = powerIn(samplePower())
const title = { en: '', ru: '', kk: '' }
const signature = (person: string, firm: string | null, more: Partial<CheckedSignature> = {}) =>
  ({
    verdict: 'valid',
    covers: 'whole',
    level: 'qualified',
    numbers: [
      { kind: 'person', of: 'person', title, value: person },
      ...(firm === null ? [] : [{ kind: 'firm', of: 'organisation', title, value: firm }]),
    ],
    ...more,
  }) as CheckedSignature
const good = { codes, registered: { state: 'in-force' }, above: [], today: '2026-03-02' } as const
const decide = (more: Partial<Parameters<typeof decidePowerFile>[1]> = {}) =>
  decidePowerFile(power, { ...good, signature: signature('PERSON-1', 'ORG1'), ...more }).faults

test('a power that is signed, in its term, in force and known allows what its codes mean', () => {
  expect(numbersIn([{ attribute: 'ИННЮЛ', value: 'ORG-1' }], codes)).toEqual([{ kind: 'firm', value: 'ORG1' }])
  expect(isOfJurisdiction(power, codes)).toBe(true)
  expect(isOfJurisdiction(power, { ...codes, numbers: codes.numbers.slice(1) })).toBe(false)
  expect(decidePowerFile(power, { ...good, signature: signature('PERSON-1', 'ORG1') })).toEqual({
    allows: ['apply', 'see-cases'],
    scopes: [{ codes: ['apply', 'see-cases'], services: null }],
    unknown: [],
    faults: [],
  })
})

test('only who acts for the firm without a power signs for it, in its name, with a qualified signature', () => {
  expect(decide({ signature: null })).toEqual(['signature-missing'])
  expect(decide({ signature: signature('PERSON-2', 'ORG1') })).toEqual(['signer-other'])
  expect(decide({ signature: signature('PERSON-1', 'ORG2') })).toEqual(['signer-other'])
  expect(decide({ signature: signature('PERSON-1', null) })).toEqual(['signer-other'])
  expect(decide({ signature: signature('PERSON-1', 'ORG1', { level: 'advanced' }) })).toEqual(['signature-weak'])
  expect(decide({ signature: signature('PERSON-1', 'ORG1', { covers: 'part' }) })).toEqual(['signature-faulty'])
  expect(decide({ signature: signature('PERSON-1', 'ORG1', { verdict: 'indeterminate' }) })).toEqual([
    'signature-faulty',
  ])
})

test('term, register and codes each have their own fault, and all are told', async () => {
  expect(decide({ today: '2026-01-14' })).toEqual(['not-yet'])
  expect(decide({ today: '2027-01-01', registered: { state: 'revoked' } })).toEqual(['over', 'revoked'])
  expect(decide({ registered: { state: 'unknown' } })).toEqual(['not-registered'])
  expect(decide({ registered: await failingPowersRegistry.ask(power.number) })).toEqual(['register-silent'])
  expect(decide({ registered: await demoPowersRegistry.ask(power.number) })).toEqual([])
  expect(decide({ codes: null })).toEqual(['numbers-unknown', 'codes-unknown'])
})

test('a power that was given on falls with the one above it, and is signed by whoever gave it on', () => {
  const on = powerIn(
    sampleGivenOn.replace(
      '<ТекстПолн>To apply for everything</ТекстПолн>',
      '<МашПолн КодПолн="TEST_APPLY" НаимПолн="To apply" />',
    ),
  )
  const faults = (more: Partial<Parameters<typeof decidePowerFile>[1]>) =>
    decidePowerFile(on, { ...good, signature: signature('PERSON-2', null), above: [{ state: 'in-force' }], ...more })
      .faults
  expect(faults({})).toEqual([])
  expect(faults({ above: [{ state: 'in-force' }, { state: 'revoked' }] })).toEqual(['revoked-above'])
  expect(faults({ registered: { state: 'in-force', under: on.under } })).toEqual([])
  for (const under of [null, on.number])
    expect(faults({ registered: { state: 'in-force', under } })).toEqual(['not-registered'])
  expect(faults({ above: [null] })).toEqual(['register-silent'])
  expect(faults({ signature: signature('PERSON-1', 'ORG1') })).toEqual(['signer-other'])
})

test('codes that are limited to services stand beside those that are not', () => {
  const limited = { powers: ['apply', 'appeal'], services: ['b', 'a'] }
  const known = new Map<string, { powers: string[]; services: string[] | null }>([
    ['ONE', limited],
    ['TWO', { ...limited, powers: ['withdraw'], services: ['a', 'b'] }],
    ['THREE', { powers: ['see-data'], services: null }],
  ])
  const several = { ...power, codes: ['ONE', 'TWO', 'THREE', 'FOUR'].map(code => ({ code, name: code })) }
  const decided = decidePowerFile(several, {
    ...good,
    codes: { ...codes, codes: known },
    signature: signature('PERSON-1', 'ORG1'),
  })
  expect(decided.scopes).toEqual([
    { codes: ['apply', 'appeal', 'withdraw'], services: ['b', 'a'] },
    { codes: ['see-data'], services: null },
  ])
  expect(decided.unknown).toEqual([{ code: 'FOUR', name: 'FOUR' }])
})
