import { describe, expect, it } from 'vitest'
import { decideMissing, looksAt } from './decide-missing.ts'

const second = 1000
const day = 86_400 * second
const dead = { code: 'exchange.provider-unavailable', retry: true }
const lying = { code: 'exchange.signature-invalid', retry: false }
const late = { code: 'exchange.answer-awaited', retry: true }
const waits = { within: 'PT30S', otherwise: 'wait' } as const

describe('decide-missing', () => {
  it.each([
    ['within its time', waits, dead, 29 * second, { fault: 'dead', again: true, isPatient: false, holdsBack: true }],
    ['beyond its time', waits, dead, 30 * second, { fault: 'dead', again: true, isPatient: true, holdsBack: true }],
    ['one that lies, at once', waits, lying, 0, { fault: 'lying', again: true, isPatient: true, holdsBack: true }],
    ['one that is late', waits, late, day, { fault: 'late', again: true, isPatient: true, holdsBack: true }],
    ['after thirty days', waits, dead, 31 * day, { fault: 'dead', again: false, isPatient: true, holdsBack: true }],
    [
      'a wait with a term, before its end',
      { ...waits, faults: { late: { do: 'wait', for: 'P2D', after: 'go-on' } } } as const,
      late,
      day,
      { fault: 'late', again: true, isPatient: true, holdsBack: true },
    ],
    [
      'a wait with a term, at its end',
      { ...waits, faults: { late: { do: 'wait', for: 'P2D', after: 'go-on' } } } as const,
      late,
      3 * day,
      { fault: 'late', again: false, isPatient: true, holdsBack: false },
    ],
    [
      'the rule of another fault',
      { ...waits, faults: { late: { do: 'go-on' } } } as const,
      dead,
      day,
      { fault: 'dead', again: true, isPatient: true, holdsBack: true },
    ],
    [
      'going on without it, and asking on',
      { ...waits, faults: { lying: { do: 'go-on', for: 'P5D' } } } as const,
      lying,
      day,
      { fault: 'lying', again: true, isPatient: true, holdsBack: false },
    ],
    [
      'going on without it, as long as it says',
      { ...waits, faults: { lying: { do: 'go-on', for: 'P5D' } } } as const,
      lying,
      6 * day,
      { fault: 'lying', again: false, isPatient: true, holdsBack: false },
    ],
    [
      'asking the person, in the form of the service',
      { within: 'PT30S', otherwise: 'ask-applicant' } as const,
      dead,
      day,
      { fault: 'dead', again: false, isPatient: true, holdsBack: false },
    ],
    [
      'what an official would be asked',
      { within: 'PT30S', otherwise: 'ask-official' } as const,
      dead,
      day,
      { fault: 'dead', again: false, isPatient: true, holdsBack: true },
    ],
  ])('%s', (_, source, attempt, waited, decided) => {
    expect(decideMissing(source, attempt, waited)).toEqual(decided)
  })
})

describe('looks-at', () => {
  const service = {
    when: 'facts.place.value = null',
    decision: { name: 'eligibility', data: { incomes: { spouse: '= facts.spouseIncome.value' } } },
  }
  it.each([
    [['place'], true],
    [['spouseIncome'], true],
    [['spouse'], false],
    [['income', 'placement'], false],
    [[], false],
  ])('%j: %s', (facts, expected) => expect(looksAt(service, facts)).toBe(expected))
})
