import { describe, expect, it } from 'vitest'
import { decideAttempt, pauseAfter } from './decide-attempt.ts'

const now = new Date('2026-03-02T04:00:00.000Z')
const message = {
  id: '01960000-0000-7000-8000-00000000ffff',
  attempts: 1,
  giveUp: new Date('2026-03-07T04:00:00.000Z'),
}
const down = { ok: false as const, code: 'exchange.provider-unavailable', retry: true }

describe('decideAttempt', () => {
  it('ends with an answer', () => {
    expect(decideAttempt(message, { ok: true }, now)).toEqual({ state: 'answered' })
  })

  it('gives up at once what another attempt would not change', () => {
    const answer = { ok: false as const, code: 'exchange.access-not-granted', retry: false }
    expect(decideAttempt(message, answer, now)).toEqual({ state: 'dead', code: answer.code })
  })

  it('tries again while the term runs, the last time at its end', () => {
    expect(decideAttempt(message, down, now)).toEqual({
      state: 'waiting',
      code: down.code,
      due: new Date('2026-03-02T04:00:05.000Z'),
    })
    const nearly = new Date('2026-03-07T03:59:59.000Z')
    expect(decideAttempt({ ...message, attempts: 9 }, down, nearly)).toMatchObject({ due: message.giveUp })
    expect(decideAttempt(message, down, message.giveUp)).toEqual({ state: 'dead', code: down.code })
  })
})

describe('pauseAfter', () => {
  it('doubles, an hour at most, and differs between messages', () => {
    expect([1, 2, 3, 4, 30].map(attempts => pauseAfter(message.id, attempts))).toEqual([
      5_000, 10_000, 20_000, 40_000, 3_600_000,
    ])
    expect(pauseAfter('01960000-0000-7000-8000-000000000000', 1)).toBe(3_750)
  })
})
