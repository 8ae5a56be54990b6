import { expect, it } from 'vitest'
import { sealedAt } from './seal-said.ts'

it('opens what was sealed to a place of a topic before, and seals to the version of the record now', () => {
  const said = { topic: 'registry.addresses@1', position: 7, event: 'changed', key: 'address_1', version: 3 } as const
  expect(sealedAt({ ...said, sealedByRecord: false })).toBe('exchange-topic/registry.addresses@1/7')
  expect(sealedAt({ ...said, sealedByRecord: true })).toBe('exchange-topic/registry.addresses@1/address_1/3')
  expect(sealedAt({ ...said, event: 'destroyed', version: null, sealedByRecord: true })).toBe(
    'exchange-topic/registry.addresses@1/address_1/destroyed',
  )
})
