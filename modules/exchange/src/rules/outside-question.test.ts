import { evaluator } from '@tereze/template'
import { expect, it } from 'vitest'
import { fillQuestion } from './outside-question.ts'

const evaluate = evaluator(
  { request: { a: 'x/../y', dots: '..', n: 1 } },
  { now: '2026-03-02T04:00:00.000Z', zone: 'UTC' },
)

it('keeps an address where it is, whatever the request holds', () => {
  const rest = { kind: 'rest', method: 'GET', url: 'https://tax.example/v1/' } as const
  const path = ['= request.a', '= request.dots', '= request.none', 'fixed']
  expect(
    fillQuestion({ ...rest, path, query: { n: '= request.n', none: '= request.none', q: '= request.a' } }, evaluate),
  ).toEqual({
    kind: 'rest',
    method: 'GET',
    url: 'https://tax.example/v1/x%2F..%2Fy/-/-/fixed?n=1&q=x%2F..%2Fy',
    body: null,
  })
})

it('asks nothing of a view when a condition has no value', () => {
  const view = { kind: 'view', system: 's', view: 'a.b', columns: ['c'] } as const
  expect(fillQuestion({ ...view, where: { c: '= request.n', d: 'fixed' } }, evaluate)).toEqual({
    kind: 'view',
    where: { c: 1, d: 'fixed' },
  })
  expect(fillQuestion({ ...view, where: { c: '= request.n', d: '= request.none' } }, evaluate)).toEqual({
    kind: 'view',
    where: null,
  })
  const filters = { e: '= request.none', f: '= request.a' }
  expect(fillQuestion({ ...view, where: { c: '= request.n' }, filters }, evaluate)).toEqual({
    kind: 'view',
    where: { c: 1, f: 'x/../y' },
  })
})
