import { expect, it } from 'vitest'
import type { DeliveryProblem } from '../contract/index.ts'
import { decideNext } from './decide-next.ts'
import { usualPreference } from './decide-preference.ts'

const topic = { id: 'decisions', title: '', about: '', urgent: false, mandatory: [] }
const law = {
  topics: [topic],
  next: { usual: ['push', 'email', 'sms'], significant: ['email', 'sms', 'letter'] },
} as const
const way = (
  channel: 'cabinet' | 'email' | 'sms',
  state: 'sent' | 'failed' | 'waiting',
  problem: DeliveryProblem | null = null,
) => ({
  channel,
  state,
  problem,
})
const next = (more: Partial<Parameters<typeof decideNext>[0]>) =>
  decideNext({
    tried: [way('cabinet', 'sent'), way('email', 'failed', 'bounced')],
    significant: false,
    law,
    topic,
    preference: usualPreference,
    open: ['email', 'sms', 'letter'],
    ...more,
  })

it('takes the first of the law’s order that is open and was not tried', () => {
  expect(next({})).toBe('sms')
  expect(next({ open: ['push', 'sms'] })).toBe('push')
})

it('takes the post where the law says so of what is significant', () => {
  const tried = [way('email', 'failed', 'bounced'), way('sms', 'failed', 'no-address')]
  expect(next({ tried })).toBeNull()
  expect(next({ tried, significant: true })).toBe('letter')
})

it('tries nothing more while one is on its way, or when one got through', () => {
  for (const state of ['waiting', 'sent'] as const)
    expect(next({ tried: [way('email', 'failed', 'rejected'), way('sms', state)] })).toBeNull()
})

it('tries nothing that the person does not want, nor when they wanted nothing', () => {
  const preference = { ...usualPreference, refused: [{ topic: 'decisions', channel: 'sms' as const }] }
  expect(next({ preference })).toBeNull()
  expect(next({ tried: [way('email', 'failed', 'refused')] })).toBeNull()
  expect(next({ tried: [way('cabinet', 'sent')] })).toBeNull()
})
