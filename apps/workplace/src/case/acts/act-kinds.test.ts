import { describe, expect, it } from 'vitest'
import type { CaseTask, CaseView } from '../view.ts'
import { decideActs } from './act-kinds.ts'
import { groundChoices } from './ground-choices.ts'

const same = (text: string) => ({ en: text, ru: text, kk: text })
const holder = (official: string) => ({ official, name: { family: 'A', given: 'B' } })
const task = (by: string | null, assign = false) =>
  ({ holder: by === null ? null : holder(by), may: { work: true, assign } }) as CaseTask
const suspend = [
  { ground: 'unclear', text: same('Unclear'), waitsFor: 'answer' as const, limit: same('10 working days') },
]
const extend = [{ ground: 'expert', text: same('An expert'), by: same('5 working days') }]
const none = { suspend: [], resume: false, extend: [] }
const view = (mayAct: CaseView['mayAct'], suspended: object | null = null) =>
  ({ deadline: { suspended }, mayAct }) as Pick<CaseView, 'deadline' | 'mayAct'>

describe('decideActs', () => {
  it('offers what one may do with an own task and with the term', () => {
    expect(decideActs(view({ suspend, resume: false, extend }), task('me'), 'me')).toEqual([
      'ask',
      'return',
      'delegate',
      'suspend',
      'extend',
    ])
  })

  it('while the term stands still offers to let it run on, and nothing that needs it', () => {
    expect(decideActs(view({ ...none, resume: true }, {}), task('me'), 'me')).toEqual(['delegate', 'resume'])
  })

  it('offers about the term only what the platform allows', () => {
    expect(decideActs(view({ ...none, suspend }), task('me'), 'me')).toEqual(['ask', 'return', 'delegate', 'suspend'])
    expect(decideActs(view(none), task('me'), 'me')).toEqual(['ask', 'return', 'delegate'])
    expect(decideActs(view(undefined), task('me'), 'me')).toEqual(['ask', 'return', 'delegate'])
  })

  it('lets a head give away whatever others hold, and others nothing', () => {
    const may = { suspend, resume: false, extend }
    expect(decideActs(view(may), task('you', true), 'me')).toEqual(['reassign'])
    expect(decideActs(view(may), task('you'), 'me')).toEqual([])
  })
})

describe('groundChoices', () => {
  it('tells of a suspension what ends it and its limit, of an extension by how much', () => {
    const may = { suspend, resume: false, extend }
    expect(groundChoices(may, 'suspend')).toEqual([
      { ground: 'unclear', text: same('Unclear'), ends: 'answer', term: same('10 working days') },
    ])
    expect(groundChoices(may, 'extend')).toEqual([
      { ground: 'expert', text: same('An expert'), ends: null, term: same('5 working days') },
    ])
    expect(groundChoices(undefined, 'suspend')).toEqual([])
  })
})
