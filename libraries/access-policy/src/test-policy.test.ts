import { expect, test } from 'vitest'
import { compilePolicy } from './compile-policy.ts'
import { findClash } from './decide-roles.ts'
import type { PolicyCases } from './policy-cases.ts'
import { testPolicy } from './test-policy.ts'

const policy = compilePolicy({
  version: '1',
  rules: [
    { id: 'read', permissions: ['thing.page.read'], who: ['anyone'], why: 'w' },
    { id: 'write', permissions: ['thing.page.write'], who: ['role:writer'], when: 'input.draft', why: 'w' },
  ],
  separations: [{ id: 'apart', apart: [['writer'], ['judge', 'auditor'], ['clerk']], why: 'w' }],
})
const actors: PolicyCases['actors'] = {
  nobody: { kind: 'anonymous' },
  writer: { kind: 'official', organisation: 'a', roles: ['writer'] },
}
const question = { shows: 'x', who: ['writer'], permissions: ['thing.page.write'], organisation: 'a' }

test('what the policy answers otherwise is told, and what nobody asked', () => {
  const file: PolicyCases = {
    actors,
    cases: [
      { ...question, answer: 'rule-allows', rule: 'write' },
      { ...question, who: ['nobody', 'writer'], permissions: ['thing.page.read'], answer: 'rule-allows' },
    ],
    together: [{ roles: ['writer', 'clerk'], separation: null }],
  }
  expect(testPolicy(policy, [file])).toEqual({
    asked: 4,
    differences: [
      {
        shows: 'x',
        question: 'writer: thing.page.write at a',
        expected: 'rule-allows (write)',
        got: 'condition-not-met (write)',
      },
      { shows: 'roles together', question: 'writer + clerk', expected: 'null', got: 'apart' },
    ],
    gaps: [{ rule: 'write', never: 'allows' }],
  })
})

test('a policy whose every rule and limit is shown has no gap', () => {
  const file: PolicyCases = {
    actors,
    cases: [
      { ...question, input: { draft: true }, answer: 'rule-allows' },
      { ...question, answer: 'condition-not-met' },
      { ...question, permissions: ['thing.page.read'], answer: 'rule-allows' },
    ],
    together: [{ roles: ['judge', 'writer'], separation: 'apart' }],
  }
  expect(testPolicy(policy, [file])).toEqual({ asked: 4, differences: [], gaps: [] })
})

test('an actor that is not there is a mistake of the cases', () => {
  expect(() =>
    testPolicy(policy, [{ actors, cases: [{ ...question, who: ['ghost'], answer: 'no-rule' }], together: [] }]),
  ).toThrow(/ghost/)
})

test('roles of different groups clash, roles of one group do not', () => {
  expect(findClash(policy, ['writer', 'other', 'auditor'])).toEqual({
    separation: 'apart',
    why: 'w',
    roles: ['writer', 'auditor'],
  })
  expect(findClash(policy, ['judge', 'clerk'])?.roles).toEqual(['judge', 'clerk'])
  expect(findClash(policy, ['judge', 'auditor'])).toBeNull()
  expect(findClash(policy, ['writer'])).toBeNull()
})
