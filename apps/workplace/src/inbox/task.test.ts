import { describe, expect, it } from 'vitest'
import { readColumns } from './columns.ts'
import { decideHolding, findNextTask, isTaskList, type Task } from './task.ts'

const holder = (official: string) => ({ official, name: { family: 'A', given: 'B' } })
const task = (name: string, by: string | null) => ({ task: name, holder: by === null ? null : holder(by) }) as Task

describe('decideHolding', () => {
  it('tells free, own and held apart', () => {
    expect([task('a', null), task('a', 'me'), task('a', 'you')].map(one => decideHolding(one, 'me'))).toEqual([
      'free',
      'own',
      'held',
    ])
  })
})

describe('findNextTask', () => {
  it('prefers what one holds already, then what nobody holds', () => {
    const tasks = [task('a', 'you'), task('b', null), task('c', 'me'), task('d', 'me')]
    expect(findNextTask(tasks, 'c', 'me')?.task).toBe('d')
    expect(findNextTask(tasks.slice(0, 3), 'c', 'me')?.task).toBe('b')
    expect(findNextTask([task('a', 'you'), task('c', null)], 'c', 'me')).toBeNull()
  })
})

describe('isTaskList', () => {
  it('knows the lists', () => {
    expect([isTaskList('overdue'), isTaskList('nonsense'), isTaskList(undefined)]).toEqual([true, false, false])
  })
})

describe('readColumns', () => {
  it('keeps the order of the table and drops what it does not know', () => {
    expect(readColumns(['holder', 'deadline', 'nonsense'])).toEqual(['deadline', 'holder'])
    expect(readColumns(undefined)).toHaveLength(5)
  })
})
