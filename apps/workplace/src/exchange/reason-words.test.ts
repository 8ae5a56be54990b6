import { expect, it } from 'vitest'
import { isMessageId } from '../words/messages.ts'
import { reasonWords } from './reason-words.ts'

const words = { say: (id: string) => id }

it('has words for every reason for which access ends', () => {
  for (const denied of ['nobody', 'purpose', 'system', 'not-yet', 'ended', 'revoked']) {
    const key = `exchange.reason.exchange.access-${denied}`
    expect(isMessageId(key), key).toBe(true)
    expect(reasonWords(`exchange.access-${denied}`, words)).toBe(key)
  }
  expect(reasonWords('exchange.provider-unavailable', words)).toBe('exchange.outcome.exchange.provider-unavailable')
})
