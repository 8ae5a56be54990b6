import { describe, expect, it } from 'vitest'
import { chooseTask, decideTaskKind, outcomesOf } from './task-kind.ts'
import type { CaseTask, CaseView } from './view.ts'

const draft = (outcome: 'granted' | 'partly-granted'): CaseView['draft'] => ({ outcome, amount: null, grounds: [] })
const task = (name: string, official: string | null) =>
  ({ task: name, holder: official === null ? null : { official, name: { family: 'A', given: 'B' } } }) as CaseTask

describe('decideTaskKind', () => {
  it('tells decisions, appeals and other work apart', () => {
    expect(decideTaskKind({ role: 'appeal-officer' }, { draft: null, refusalGrounds: [] })).toBe('appeal')
    expect(decideTaskKind({ role: 'case-worker' }, { draft: draft('granted'), refusalGrounds: [] })).toBe('decision')
    expect(decideTaskKind({ role: 'registrar' }, { draft: null, refusalGrounds: [] })).toBe('work')
  })
})

describe('outcomesOf', () => {
  it('offers a grant in part only when the rules propose it', () => {
    expect(outcomesOf('decision', draft('granted'))).toEqual(['granted', 'refused'])
    expect(outcomesOf('decision', draft('partly-granted'))).toContain('partly-granted')
    expect(outcomesOf('appeal', null)).toEqual(['upheld', 'dismissed'])
  })
})

describe('chooseTask', () => {
  it('goes by what was asked for, then by who holds it', () => {
    const tasks = [task('a', 'you'), task('b', null), task('c', 'me')]
    expect(chooseTask(tasks, 'a', 'me')?.task).toBe('a')
    expect(chooseTask(tasks, 'gone', 'me')?.task).toBe('c')
    expect(chooseTask(tasks.slice(0, 2), null, 'me')?.task).toBe('b')
    expect(chooseTask([], null, 'me')).toBeNull()
  })
})
