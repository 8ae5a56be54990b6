import { describe, expect, it } from 'vitest'
import { findGrant } from './contract-definition.ts'

const contract = {
  access: [
    {
      consumer: 'ward',
      systems: ['mis'],
      purpose: 'birth-registration',
      ground: 'act:a/1',
      from: '2026-01-01',
      until: '2026-12-31',
    },
    { consumer: 'agency', purpose: 'benefit', ground: 'act:a/2', until: '2026-12-31' },
  ],
}
const asked = { consumer: 'ward', system: 'mis', purpose: 'birth-registration' }

describe('findGrant', () => {
  it('grants what the contract grants, to its last day', () => {
    expect(findGrant(contract, asked, '2026-12-31')?.ground).toBe('act:a/1')
    expect(findGrant(contract, { consumer: 'agency', system: 'any', purpose: 'benefit' }, '2020-01-01')?.ground).toBe(
      'act:a/2',
    )
  })

  it.each([
    [{ ...asked, consumer: 'other' }, '2026-06-01'],
    [{ ...asked, system: 'other' }, '2026-06-01'],
    [{ ...asked, purpose: 'other' }, '2026-06-01'],
    [asked, '2027-01-01'],
    [asked, '2025-12-31'],
  ])('denies the rest %#', (question, date) => {
    expect(findGrant(contract, question, date)).toBeNull()
  })
})
