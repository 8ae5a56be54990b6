import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fittingValue } from './fitting-value.ts'
import { hostileJson, withHostile } from './hostile.ts'
import { judgeAnswer } from './judge-answer.ts'
import type { Door } from './schema.ts'

const door: Door = { name: 'tea.brew-tea', method: 'POST', path: '/', input: {}, codes: new Set(['tea.kettle-broken']) }
const good = {
  'content-security-policy':
    "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-request-id': '01a2283d-6e2f-7e83-aa44-70c553282db4',
}
const problem = {
  status: 409,
  code: 'tea.kettle-broken',
  title: 'The kettle is broken',
  remedy: 'Mend it.',
  requestId: '01a2283d-6e2f-7e83-aa44-70c553282db4',
}
const refused = (change: object = {}, status = 409, headers: Record<string, string> = {}) => ({
  status,
  headers: new Headers({ ...good, 'content-type': 'application/problem+json; charset=utf-8', ...headers }),
  text: JSON.stringify({ ...problem, ...change }),
})
const judge = (answer: Parameters<typeof judgeAnswer>[0], sent = '') =>
  judgeAnswer(answer, { door, secrets: ['Снегирёва'], sent })

test('a good answer is good', () => expect(judge(refused())).toEqual([]))

test.each([
  ['a fault', refused({ status: 500 }, 500), 'answers 500'],
  ['an unknown code', refused({ code: 'tea.spilled' }), 'refuses with tea.spilled'],
  ['no code', refused({ code: 'Error' }), 'has the code Error'],
  ['no words', refused({ title: 'refusal.tea.kettle-broken.title' }), 'has no words'],
  ['another status', refused({ status: 404 }), 'says 404 and is 409'],
  ['no number', refused({ requestId: '1' }), 'no number to ask by'],
  ['a stack', refused({ remedy: 'Error\n    at run' }), ''],
  ['SQL', refused({ remedy: 'select * from registers.records where x' }), 'tells of the inside'],
  ['a file', refused({ remedy: 'see runner.ts:12' }), 'tells of the inside'],
  ['somebody else', refused({ remedy: 'Снегирёва' }), 'gives away'],
  ['no problem', { ...refused(), text: '<h1>' }, 'answers 409 as'],
  ['no charset', refused({}, 409, { 'content-type': 'application/problem+json' }), 'no charset'],
  ['no sniffing guard', refused({}, 409, { 'x-content-type-options': 'x' }), 'no nosniff'],
  [
    'a loose policy',
    refused({}, 409, { 'content-security-policy': "default-src 'self' 'unsafe-inline'" }),
    'Content-Security-Policy',
  ],
] as const)('%s is found', (_, answer, fault) => {
  expect(judge(answer).join('; ')).toContain(fault)
  expect(judge(answer)).not.toEqual([])
})

test('what was sent may come back', () => {
  const sent = 'select * from registers.records where x'
  expect(judge(refused({ remedy: sent }), `{"where":"${sent}"}`)).toEqual([])
  expect(judge(refused({ remedy: sent }), `/registers/${encodeURIComponent(sent)}`)).toEqual([])
})

test('fitting values fit, and something hostile stands in each broken one', () => {
  const schema = {
    type: 'object',
    required: ['id', 'count'],
    properties: {
      id: { type: 'string', pattern: '^case_[0-9a-f]{4}$' },
      count: { type: 'integer', minimum: 1, maximum: 3 },
    },
  }
  for (const value of fc.sample(fittingValue(schema, ['case_00ff']), { seed: 1, numRuns: 50 }))
    expect(value).toMatchObject({
      id: expect.stringMatching(/^case_[0-9a-f]{4}$/),
      count: expect.toSatisfy((n: number) => n >= 1 && n <= 3),
    })
  for (const which of hostileJson.keys())
    expect(withHostile({ id: 'a', list: [1] }, which, which)).toContain(hostileJson[which])
})
