import fc from 'fast-check'
import { expect, test } from 'vitest'
import grounds from '../../../../content/format/grounds.schema.json' with { type: 'json' }
import type { CaseStatus } from '../contract/case.ts'
import { type ActKind, statusAfter, statusModel } from './status-model.ts'

const kinds = Object.keys(statusModel) as ActKind[]
const order: readonly CaseStatus[] = ['draft', 'submitted', 'in-progress', 'decided', 'delivered', 'closed']

test('every kind of act that a jurisdiction may name is in the model, and no other', () => {
  expect(kinds.toSorted()).toEqual(grounds.properties.acts.items.properties.kind.enum.toSorted())
})

test('a draft has no acts, and an application is registered, refused, returned or left', () => {
  expect(kinds.filter(kind => statusAfter('draft', kind) !== null)).toEqual([])
  expect(kinds.filter(kind => statusAfter('submitted', kind) !== null)).toEqual([
    'registration',
    'refusal-to-accept',
    'return',
    'discontinuance',
  ])
})

test('a term is suspended, resumed and prolonged only while the case is in progress', () => {
  for (const kind of ['suspension', 'resumption', 'extension', 'preliminary-decision', 'hearing'] as const)
    expect(order.filter(status => statusAfter(status, kind) !== null)).toEqual(['in-progress'])
})

test('no order of acts leads back, but for a new decision after an appeal', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 30 }), acts => {
      let status: CaseStatus = 'submitted'
      for (const act of acts) {
        const next = statusAfter(status, act)
        if (next === null) continue
        if (act !== 'decision') expect(order.indexOf(next)).toBeGreaterThanOrEqual(order.indexOf(status))
        status = next
      }
      expect(status).not.toBe('draft')
    }),
  )
})
