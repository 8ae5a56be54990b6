import { describe, expect, it } from 'vitest'
import { chooseTask } from './task-choice.ts'
import type { CaseTask } from './view.ts'

const task = (name: string, official: string | null) =>
  ({ task: name, holder: official === null ? null : { official, name: { family: 'A', given: 'B' } } }) as CaseTask

describe('chooseTask', () => {
  it('goes by what was asked for, then by who holds it', () => {
    const tasks = [task('a', 'you'), task('b', null), task('c', 'me')]
    expect(chooseTask(tasks, 'a', 'me')?.task).toBe('a')
    expect(chooseTask(tasks, 'gone', 'me')?.task).toBe('c')
    expect(chooseTask(tasks.slice(0, 2), null, 'me')?.task).toBe('b')
    expect(chooseTask([], null, 'me')).toBeNull()
  })
})
