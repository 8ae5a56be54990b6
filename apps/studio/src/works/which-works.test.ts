import type { WorkCard } from '@tereze/studio/contract'
import { expect, it } from 'vitest'
import { isLate, whichWorks } from './which-works.ts'

const me = { official: 'me', name: null }
const other = { official: 'other', name: null }
const card = (work: string, more: Partial<WorkCard> = {}): WorkCard => ({
  work,
  kind: 'service',
  package: work,
  title: { en: 'Benefit', ru: 'Пособие', kk: 'Жәрдемақы' },
  aim: 'Fewer papers',
  stage: 'design',
  state: 'open',
  begun: { by: other, at: '2026-03-01T00:00:00Z' },
  endedAt: null,
  published: null,
  working: [],
  tasksLeft: 1,
  atGate: false,
  days: 3,
  targetDays: 14,
  ...more,
})
const cards = [
  card('a', { begun: { by: me, at: '' } }),
  card('b', { working: [me], atGate: true }),
  card('c', { days: 15 }),
  card('d', { state: 'stopped', days: 30 }),
  card('e', { state: 'finished', days: 30, published: { version: '1.0.0', at: '' } }),
]
const ids = (filter: Parameters<typeof whichWorks>[1], words = '') =>
  whichWorks(cards, filter, words, 'me')
    .map(({ work }) => work)
    .join('')

it('shows works on their way, mine, at a gate, late ones and those that ended, by words in any language', () => {
  expect([ids('open'), ids('mine'), ids('gate'), ids('late'), ids('ended')]).toEqual(['abc', 'ab', 'b', 'c', 'de'])
  expect([ids('open', ' ЖӘРДЕМ'), ids('open', 'papers'), ids('open', 'plot')]).toEqual(['abc', 'abc', ''])
  expect(cards.filter(isLate).map(({ work }) => work)).toEqual(['c', 'e'])
})
