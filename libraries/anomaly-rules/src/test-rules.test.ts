import { expect, test } from 'vitest'
import { compileRules } from './compile-rules.ts'
import { type RuleCases, testRules } from './test-rules.ts'

const made = compileRules({
  rules: [
    {
      id: 'night',
      title: '',
      why: '',
      severity: 'low',
      lines: 'actor.kind = "official" and hour < 6',
      counts: 'lines',
      reaches: 3,
      minutes: 60,
    },
  ],
})
if ('problems' in made) throw new Error('wrong rules')
const { rules } = made
const actors: RuleCases['actors'] = { clerk: { kind: 'official' }, mother: { kind: 'person' } }
const nights = { who: 'clerk', at: '2026-03-02T03:58:00+05:00', operation: 'registers.get-record', times: 3 }

test('cases are told; each rule is shown to alert and to keep silent', () => {
  const cases: RuleCases['cases'] = [
    { shows: 'three looks at night', lines: [nights], alerts: [{ rule: 'night', who: 'clerk', count: 3 }] },
    {
      shows: 'two',
      lines: [
        { ...nights, times: 2 },
        { ...nights, who: 'mother' },
      ],
      alerts: [],
    },
    {
      shows: 'who is on duty',
      lines: [nights],
      exemptions: [{ rule: 'night', who: 'clerk', until: '2026-04-01T00:00:00Z' }],
      alerts: [],
    },
  ]
  expect(testRules(rules, [{ actors, cases }])).toEqual({ asked: 3, differences: [], gaps: [] })
})

test('what is otherwise is named, and what no case shows', () => {
  const cases = [{ shows: 'day', lines: [{ ...nights, minutesApart: 90 }], alerts: [{ rule: 'night', who: 'clerk' }] }]
  expect(testRules(rules, [{ actors, cases }])).toEqual({
    asked: 1,
    differences: [{ shows: 'day', expected: 'night of clerk', got: 'none' }],
    gaps: [{ rule: 'night', never: 'alerts' }],
  })
  expect(() => testRules(rules, [{ actors: {}, cases }])).toThrow('no actor "clerk"')
})
