import { describe, expect, it } from 'vitest'
import { type FaultRule, type Faulty, faultOf, lateCode } from '../contract/fault.ts'
import { checkedFor, decideFault } from './decide-fault.ts'

const source = (otherwise: Faulty['otherwise'], faults: Faulty['faults'] = {}): Faulty => ({
  within: 'PT30S',
  otherwise,
  faults,
})
const dead = { code: 'exchange.provider-unavailable', retry: true }
const denied = { code: 'exchange.access-denied', retry: false }
const lying = { code: 'exchange.reply-wrong', retry: false }
const late = { code: lateCode, retry: true }
const [second, minute, day] = [1_000, 60_000, 86_400_000]
const wait: FaultRule = { do: 'wait', for: 'P2D', after: 'ask-applicant' }

describe('faultOf', () => {
  it.each([
    ['exchange.signature-invalid', 'lying'],
    ['exchange.reply-wrong', 'lying'],
    ['exchange.answer-awaited', 'late'],
    [lateCode, 'late'],
    ['exchange.provider-unavailable', 'dead'],
    ['exchange.access-denied', 'dead'],
  ])('%s is %s', (code, fault) => {
    expect(faultOf(code)).toBe(fault)
  })
})

describe('decideFault', () => {
  it.each([
    ['within the usual time it is tried again', source('ask-official'), dead, second, { again: true, waiting: false }],
    ['a lie is not asked again', source('ask-official'), lying, second, { fault: 'lying', instead: 'ask-official' }],
    ['dead, as said for all', source('ask-applicant'), dead, minute, { fault: 'dead', instead: 'ask-applicant' }],
    [
      'late, as said for late',
      source('refuse', { late: { do: 'go-on' } }),
      late,
      minute,
      { fault: 'late', instead: 'go-on' },
    ],
    [
      'dead, though late says otherwise',
      source('refuse', { late: { do: 'go-on' } }),
      dead,
      minute,
      { fault: 'dead', instead: 'refuse' },
    ],
    ['a wait with a term', source('refuse', { dead: wait }), dead, day, { again: true, waiting: true }],
    [
      'a wait that is over',
      source('refuse', { dead: wait }),
      dead,
      3 * day,
      { fault: 'dead', instead: 'ask-applicant' },
    ],
    ['a lie is waited out as well', source('refuse', { lying: wait }), lying, day, { again: true, waiting: true }],
    ['a wait without a term', source('wait'), dead, 9 * day, { again: true, waiting: true }],
    [
      'a wait without a term for what never answers',
      source('wait'),
      denied,
      second,
      { fault: 'dead', instead: 'ask-official' },
    ],
  ] as const)('%s', (_, declared, answer, waited, expected) => {
    expect(decideFault(declared, answer, waited)).toMatchObject(expected)
  })

  it('asks later for as long as is said, else for a month', () => {
    expect(checkedFor(source('refuse', { dead: { do: 'go-on', for: 'P1D' } }), 'dead')).toBe(day)
    expect(checkedFor(source('refuse'), 'dead')).toBe(30 * day)
  })
})
