import { describe, expect, it } from 'vitest'
import type { CaseTask, CaseView } from '../view.ts'
import { decideActs } from './act-kinds.ts'

const holder = (official: string) => ({ official, name: { family: 'A', given: 'B' } })
const task = (by: string | null, assign = false) =>
  ({ holder: by === null ? null : holder(by), may: { work: true, assign } }) as CaseTask
const view = (part: object | null) =>
  ({ deadline: part === null ? null : { suspended: null, extensions: 0, ...part } }) as Pick<CaseView, 'deadline'>

describe('decideActs', () => {
  it('offers what one may do with an own task', () => {
    expect(decideActs(view({}), task('me'), 'me')).toEqual(['ask', 'return', 'delegate', 'suspend', 'extend'])
  })

  it('while the term stands still offers to let it run on, and nothing that needs it', () => {
    expect(decideActs(view({ suspended: {} }), task('me'), 'me')).toEqual(['delegate', 'resume'])
  })

  it('prolongs once, and only where there is a term', () => {
    expect(decideActs(view({ extensions: 1 }), task('me'), 'me')).not.toContain('extend')
    expect(decideActs(view(null), task('me'), 'me')).toEqual(['ask', 'return', 'delegate'])
  })

  it('lets a head give away whatever others hold, and others nothing', () => {
    expect(decideActs(view({}), task('you', true), 'me')).toEqual(['reassign'])
    expect(decideActs(view({}), task('you'), 'me')).toEqual([])
  })
})
