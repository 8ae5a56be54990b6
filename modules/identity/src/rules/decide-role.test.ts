import { expect, it } from 'vitest'
import { decideWithdrawal, whyNotGrant } from './decide-role.ts'

const now = new Date('2026-03-02T04:00:00Z')
const wish = { giver: 'head', gives: ['observer', 'reviewer'], official: 'dana', role: 'reviewer' }
const none = () => null
const apart = () => ({ roles: ['auditor', 'reviewer'] as const, why: 'policy.x' })

it('a role is given by who gives it, to others, once, with roles that go together, for a term that comes', () => {
  const code = (
    more: Partial<typeof wish>,
    held: string[] = [],
    until: Date | null = null,
    clash: () => ReturnType<typeof apart> | null = none,
  ) => whyNotGrant({ ...wish, ...more }, held, until, now, clash)?.code ?? null
  expect(code({})).toBeNull()
  expect(code({}, [], new Date(now.getTime() + 1))).toBeNull()
  expect(code({ role: 'head' })).toBe('identity.role-not-given')
  expect(code({ official: 'head' })).toBe('identity.role-own')
  expect(code({}, ['reviewer'])).toBe('identity.role-held')
  expect(code({}, ['auditor'], null, apart)).toBe('identity.official-roles-apart')
  expect(code({}, [], now)).toBe('identity.term-past')
})

it('a role is taken from the grant, or from the appointment while another one stays', () => {
  expect(decideWithdrawal(wish, ['registrar'], ['reviewer'])).toEqual({ from: 'grant' })
  expect(decideWithdrawal(wish, ['registrar', 'reviewer'], [])).toEqual({ from: 'appointment' })
  expect(decideWithdrawal(wish, ['reviewer'], [])).toMatchObject({ code: 'identity.role-last' })
  expect(decideWithdrawal(wish, ['registrar'], [])).toMatchObject({ code: 'identity.role-not-held' })
  expect(decideWithdrawal({ ...wish, role: 'registrar' }, ['registrar'], [])).toMatchObject({
    code: 'identity.role-not-given',
  })
})
