import { expect, it } from 'vitest'
import { decidePreference, usualPreference } from './decide-preference.ts'

const topic = (id: string, more: object) => ({ id, title: '', about: '', urgent: false, mandatory: [], ...more })
const law = { topics: [topic('decisions', { mandatory: ['email'] }), topic('security', { urgent: true })] }
const wrong = (more: object) => {
  const found = decidePreference({ ...usualPreference, ...more }, law)
  return found === null ? null : `${found.code} ${found.pointer}`
}

it('takes what the law leaves to the person', () => {
  expect(wrong({})).toBeNull()
  expect(
    wrong({ refused: [{ topic: 'decisions', channel: 'sms' }], daily: ['decisions'], zone: 'Asia/Almaty' }),
  ).toBeNull()
})

it('names what is wrong, and where', () => {
  const at = (pointer: string) => `/preference/${pointer}`
  const cases: [object, string][] = [
    [{ refused: [{ topic: 'decisions', channel: 'email' }] }, `channel-mandatory ${at('refused/0/channel')}`],
    [{ refused: [{ topic: 'decisions', channel: 'cabinet' }] }, `channel-mandatory ${at('refused/0/channel')}`],
    [{ refused: [{ topic: 'weather', channel: 'sms' }] }, `topic-unknown ${at('refused/0/topic')}`],
    [{ daily: ['decisions', 'weather'] }, `topic-unknown ${at('daily/1')}`],
    [{ daily: ['security'] }, `topic-urgent ${at('daily/0')}`],
    [{ zone: 'Asia/Nowhere' }, `zone-unknown ${at('zone')}`],
    [{ quiet: { kind: 'own', from: '00:00', to: '00:00' } }, `quiet-empty ${at('quiet/to')}`],
  ]
  for (const [more, what] of cases) expect(wrong(more)).toBe(`notifications.${what}`)
})
