import { describe, expect, it } from 'vitest'
import { allGrants, decideAccess, declaredGrantId, type GrantWithId } from './decide-access.ts'

const year: GrantWithId = {
  id: 'grant-1',
  consumer: 'ward',
  systems: ['mis'],
  purpose: 'birth-registration',
  ground: 'act:a/1',
  from: '2026-01-01',
  until: '2026-12-31',
}
const asked = { consumer: 'ward', system: 'mis', purpose: 'birth-registration' }
const nothing = new Set<string>()

describe('decideAccess', () => {
  it('gives the grant that holds, from its first day to its last', () => {
    expect(decideAccess([year], nothing, asked, '2026-01-01')).toEqual({ grant: year })
    expect(decideAccess([year], nothing, asked, '2026-12-31')).toEqual({ grant: year })
  })

  it.each([
    ['nobody', { ...asked, consumer: 'other' }, '2026-06-01', nothing, null],
    ['purpose', { ...asked, purpose: 'other' }, '2026-06-01', nothing, null],
    ['system', { ...asked, system: 'other' }, '2026-06-01', nothing, null],
    ['revoked', asked, '2026-06-01', new Set(['grant-1']), null],
    ['ended', asked, '2027-01-01', nothing, '2026-12-31'],
    ['not-yet', asked, '2025-12-31', nothing, '2026-01-01'],
  ])('denies with the reason %s', (denied, who, date, revoked, day) => {
    expect(decideAccess([year], revoked, who, date)).toEqual({ denied, day })
  })

  it('goes on with another grant when one is taken back or over', () => {
    const next = { ...year, id: 'grant-2', until: '2028-12-31' }
    expect(decideAccess([year, next], new Set(['grant-1']), asked, '2026-06-01')).toEqual({ grant: next })
    expect(decideAccess([year, next], nothing, asked, '2028-06-01')).toEqual({ grant: next })
  })

  it('denies everything where nothing is granted', () => {
    expect(decideAccess([], nothing, asked, '2026-06-01')).toEqual({ denied: 'nobody', day: null })
  })
})

describe('allGrants', () => {
  const { id: _, ...declared } = year

  it('gives what a contract declares an id of its content', () => {
    const [grant] = allGrants('registry.birth@1', { access: [declared] }, [])
    expect(grant?.id).toBe(declaredGrantId('registry.birth@1', declared))
    expect(declaredGrantId('registry.birth@1', { ...declared, until: '2029-12-31' })).not.toBe(grant?.id)
    expect(declaredGrantId('registry.birth@2', declared)).not.toBe(grant?.id)
  })
})
