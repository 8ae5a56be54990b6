import { describe, expect, it } from 'vitest'
import { decideMoment } from './decide-moment.ts'
import { usualPreference } from './decide-preference.ts'

const topic = { id: 'progress', title: '', about: '', urgent: false, mandatory: [] }
const quiet = { from: '22:00', to: '07:00', channels: ['sms' as const, 'push' as const], ground: 'act:x/1' }
const law = { topics: [topic], quiet, digest: { at: '18:00' } }
const moment = (now: string, more: Partial<Parameters<typeof decideMoment>[0]> = {}) => {
  const found = decideMoment({
    channel: 'sms',
    topic,
    law,
    preference: usualPreference,
    zone: 'Asia/Almaty',
    now: new Date(now),
    ...more,
  })
  return found.at.toISOString() === new Date(now).toISOString() ? 'at once' : found.at.toISOString()
}

describe('quiet hours', () => {
  // Almaty is five hours ahead.
  it('keep back what rings until the morning of the person', () => {
    expect(moment('2026-03-02T17:00:00Z')).toBe('2026-03-03T02:00:00.000Z')
    expect(moment('2026-03-02T20:30:00Z')).toBe('2026-03-03T02:00:00.000Z')
    expect(moment('2026-03-03T02:00:00Z')).toBe('at once')
    expect(moment('2026-03-02T16:59:59Z')).toBe('at once')
    expect(moment('2026-03-02T17:00:00Z', { zone: 'Europe/London' })).toBe('at once')
  })

  it('keep back neither e-mail nor what is urgent nor what has no topic', () => {
    const night = '2026-03-02T20:00:00Z'
    expect(moment(night, { channel: 'email' })).toBe('at once')
    expect(moment(night, { topic: { ...topic, urgent: true } })).toBe('at once')
    expect(moment(night, { topic: null })).toBe('at once')
  })

  it('are those of the person where they chose their own or none', () => {
    const own = (from: string, to: string) => ({
      preference: { ...usualPreference, quiet: { kind: 'own' as const, from, to } },
    })
    expect(moment('2026-03-02T20:00:00Z', { preference: { ...usualPreference, quiet: { kind: 'none' } } })).toBe(
      'at once',
    )
    expect(moment('2026-03-02T08:00:00Z', own('12:00', '14:30'))).toBe('2026-03-02T09:30:00.000Z')
    expect(moment('2026-03-02T20:00:00Z', own('12:00', '14:30'))).toBe('at once')
    expect(moment('2026-03-02T08:00:00Z', { ...own('12:00', '14:30'), law: { topics: [topic] } })).toBe(
      '2026-03-02T09:30:00.000Z',
    )
  })
})

describe('the letter of the day', () => {
  const preference = { ...usualPreference, daily: ['progress'] }
  const daily = (now: string, more: object = {}) =>
    decideMoment({
      channel: 'email',
      topic,
      law,
      preference,
      zone: 'Asia/Almaty',
      now: new Date(now),
      ...more,
    })

  it('takes e-mail about topics that were chosen, at the next evening', () => {
    expect(daily('2026-03-02T04:00:00Z')).toEqual({ at: new Date('2026-03-02T13:00:00Z'), daily: true })
    expect(daily('2026-03-02T13:00:00Z').at).toEqual(new Date('2026-03-03T13:00:00Z'))
  })

  it('takes nothing urgent, and nothing where the law has none', () => {
    for (const more of [{ topic: { ...topic, urgent: true } }, { law: { topics: [topic] } }, { channel: 'sms' }])
      expect(daily('2026-03-02T04:00:00Z', more)).toMatchObject({ daily: false })
  })
})
