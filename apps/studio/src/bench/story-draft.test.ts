import type { CaseSeen, MomentSeen } from '@tereze/studio/contract'
import { expect, it } from 'vitest'
import {
  type Expectable,
  expectable,
  expectationOf,
  listStories,
  newStory,
  pathFor,
  writeStory,
} from './story-draft.ts'

const money = { amount: '41000.00', currency: 'DMD' }
const seen: CaseSeen = {
  service: 'benefit',
  status: 'delivered',
  outcome: 'granted',
  waiting: null,
  deadline: '2026-03-10',
  path: ['registration'],
  acts: [],
  grounds: [],
  rules: [],
  amount: money,
  documents: ['notice'],
  payments: [{ account: 'DMD-••••-1000', amount: money }],
  notices: ['granted'],
  tasks: [],
}
const moment = (more: Partial<MomentSeen> = {}): MomentSeen => ({
  step: 1,
  at: '2026-03-02T04:00:00Z',
  refused: null,
  exit: null,
  cases: [seen],
  ...more,
})

it('expects what is ticked of the case of the service, and a refusal or an exit page always', () => {
  const all = new Set<Expectable>(expectable)
  expect(expectationOf(moment(), 'benefit', all)).toEqual({
    status: 'delivered',
    outcome: 'granted',
    deadline: '2026-03-10',
    path: ['registration'],
    decision: { amount: '41000.00' },
    grounds: [],
    documents: ['notice'],
    notices: ['granted'],
    payments: [{ to: 'DMD-••••-1000', amount: money }],
    tasks: [],
  })
  expect(expectationOf(moment(), 'benefit', new Set(['outcome']))).toEqual({ outcome: 'granted' })
  const begun: CaseSeen = { ...seen, status: 'draft', outcome: null, deadline: null, amount: null }
  const noMore = new Set<Expectable>(['status', 'outcome', 'deadline', 'amount'])
  expect(expectationOf(moment({ cases: [begun] }), 'benefit', noMore)).toEqual({ status: 'draft' })
  const refused = { code: 'form.required', pointer: '/child' }
  expect(expectationOf(moment({ cases: [], refused, exit: 'too-old' }), 'benefit', all)).toEqual({
    status: 'none',
    refused,
    exit: 'too-old',
  })
})

it('a new story has the people of another one, or one person and one official; it is written as its file', () => {
  const files = new Map([
    [
      'cases/a.case.json',
      '{"story":"A","clock":"2026-01-01T00:00:00Z","given":{"people":[{"as":"mother"}]},"steps":[{}]}',
    ],
  ])
  const [known] = listStories(new Map([...files, ['cases/b.case.json', '{'], ['service.json', '{}']]))
  const own = newStory(known?.story ?? null, 'health', 'Another')
  expect(own).toMatchObject({
    story: 'Another',
    clock: '2026-01-01T00:00:00Z',
    given: { people: [{ as: 'mother' }] },
    steps: [],
  })
  expect(newStory(null, 'health', 'First').given.people).toMatchObject([
    { as: 'applicant' },
    { official: { organisation: 'health' } },
  ])
  const text = writeStory({ ...own, steps: [{ passes: 'P1D' }] }, { status: 'none' })
  expect(Object.keys(JSON.parse(text))).toEqual(['format', 'story', 'clock', 'calendar', 'given', 'steps', 'then'])
})

it('a story gets a path that no file has', () => {
  const files = new Map([
    ['cases/child-is-born.case.json', ''],
    ['cases/story-1.case.json', ''],
  ])
  expect(['Child is born!', 'Бала туды', 'New one'].map(title => pathFor(title, files))).toEqual([
    'cases/child-is-born-2.case.json',
    'cases/story-2.case.json',
    'cases/new-one.case.json',
  ])
})
