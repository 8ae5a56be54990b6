import { expect, it } from 'vitest'
import { orderFields } from './order-fields.ts'

it('puts the declared fields first, with what lies below them, and keeps the order of the rest', () => {
  const facts = ['/z', '/name', '/a', '/residence/region', '/residence/address', '/nameLatin'].map(pointer => ({
    pointer,
  }))
  expect(orderFields(facts, ['/name', '/residence']).map(({ pointer }) => pointer)).toEqual([
    '/name',
    '/residence/region',
    '/residence/address',
    '/z',
    '/a',
    '/nameLatin',
  ])
})
