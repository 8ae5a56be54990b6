import { expect, it } from 'vitest'
import { decideChannels } from './decide-channels.ts'
import { usualPreference } from './decide-preference.ts'

const topic = { id: 'decisions', title: '', about: '', urgent: false, mandatory: ['email' as const] }
const refused = (['email', 'sms'] as const).map(channel => ({ topic: 'decisions', channel }))
const preference = { ...usualPreference, refused }
const names = ['portal', 'email', 'sms', 'push', 'pigeon']
const decide = (more: object) => decideChannels({ names, firm: false, topic, preference, ...more })

it('goes to the cabinet always, and by what the notice names and the person has not refused', () => {
  expect(decide({ preference: usualPreference })).toEqual(['cabinet', 'email', 'sms', 'push'])
  expect(decide({})).toEqual(['cabinet', 'email', 'push'])
})

it('lets nobody refuse what the law keeps, nor what has no topic', () => {
  expect(decide({ topic: { ...topic, mandatory: ['email', 'sms'] } })).toContain('sms')
  expect(decide({ topic: null })).toContain('sms')
})

it('writes to a firm into its cabinet only', () => {
  expect(decide({ firm: true })).toEqual(['cabinet'])
})
