import { lineageAround } from '@tereze/meta-model'
import { describe, expect, test } from 'vitest'
import { openedContent } from '../demo-content.fixture.ts'
import { lineageGraph } from './lineage-graph.ts'

const graph = lineageGraph(openedContent())
const edges = new Set(graph.edges.map(({ from, to }) => `${from} → ${to}`))
const names = new Set(graph.nodes.map(({ id }) => id))

describe('the lineage of the content', () => {
  test.each([
    ['a field is answered', 'register-field:people#/born', 'contract-field:civil-registry.person#/response/born'],
    [
      'records that an expression passes on are followed by meaning',
      'register-field:people#/born',
      'contract-field:civil-registry.family-of-person#/response/children/*/born',
    ],
    [
      'a contract is the source of a service',
      'contract-field:civil-registry.family-of-person#/response/children/*/born',
      'source:monthly-child-benefit#family',
    ],
    [
      'a register of the owner is one too',
      'register-field:benefit-entitlements#/status',
      'source:monthly-child-benefit#entitlement',
    ],
    ['a source fills the case', 'source:monthly-child-benefit#family', 'case-field:monthly-child-benefit#/family'],
    [
      'a rule reads the case',
      'case-field:monthly-child-benefit#/family',
      'decision-input:monthly-child-benefit#family',
    ],
    [
      'a decision needs another',
      'decision:monthly-child-benefit#incomePerHead',
      'decision:monthly-child-benefit#eligibility',
    ],
    [
      'a payment follows the decision',
      'decision:monthly-child-benefit#eligibility',
      'result:monthly-child-benefit#payment/benefit',
    ],
    [
      'a document shows the case',
      'case-field:monthly-child-benefit#/account',
      'result:monthly-child-benefit#document/grant-notice',
    ],
    [
      'a result is written into a register',
      'result:monthly-child-benefit#record/entitlement',
      'register-field:benefit-entitlements#/from',
    ],
    [
      'a notification is written into a register',
      'contract-field:civil-registry.birth-notification#/request/child/weight',
      'register-field:births#/child/weight',
    ],
  ])('%s', (_, from, to) => expect(edges).toContain(`${from} → ${to}`))

  test('joins only what is there', () =>
    expect(graph.edges.filter(({ from, to }) => !names.has(from) || !names.has(to))).toEqual([]))

  test('leads from the date of birth to the payment of the benefit, and not from the telephone number', () => {
    const reached = (seed: string) => lineageAround(graph, [seed]).nodes.map(({ id }) => id)
    expect(reached('register-field:people#/born')).toContain('result:monthly-child-benefit#payment/benefit')
    expect(reached('register-field:people#/phone')).not.toContain('result:monthly-child-benefit#payment/benefit')
  })
})
