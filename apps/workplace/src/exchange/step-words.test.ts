import { findings } from '@tereze/exchange/contract'
import { describe, expect, it } from 'vitest'
import { isMessageId } from '../words/messages.ts'
import { findingKey, stepParams, wayKey } from './step-words.ts'

/** Findings that ask for nothing. */
const fine = new Set([
  'member-known',
  'service-published',
  'runs-here',
  'runs-elsewhere',
  'key-in-use',
  'key-kept-here',
  'certificate-good',
  'access-granted',
  'not-paused',
  'own-system-answers',
  'queue-empty',
  'last-done',
])

describe('every finding', () => {
  it('has words, and a way out unless it is well', () => {
    expect(findings.filter(finding => !isMessageId(findingKey(finding)))).toEqual([])
    expect(findings.filter(finding => isMessageId(wayKey(finding)) === fine.has(finding))).toEqual([])
  })
})

describe('stepParams', () => {
  it('says values as the page says them', () => {
    const words = {
      say: (id: string) => `«${id}»`,
      date: (day: string) => `day ${day}`,
      moment: (at: string) => `at ${at}`,
    }
    const params = {
      consumer: 'health',
      day: '2026-03-02',
      until: '2026-03-02T04:00:00.000Z',
      code: 'exchange.body-invalid',
      count: 3,
      system: 'mis',
    }
    expect(stepParams(params, words, name => name.toUpperCase())).toEqual({
      consumer: 'HEALTH',
      day: 'day 2026-03-02',
      until: 'at 2026-03-02T04:00:00.000Z',
      code: '«exchange.outcome.exchange.body-invalid»',
      count: 3,
      system: 'mis',
    })
  })
})
