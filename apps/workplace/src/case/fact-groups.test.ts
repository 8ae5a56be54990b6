import { describe, expect, it } from 'vitest'
import { groupFacts } from './fact-groups.ts'
import type { Fact } from './view.ts'

const fact = (pointer: string, value: unknown, conflict = false): Fact => ({
  pointer,
  label: { en: pointer, ru: pointer, kk: pointer },
  value,
  as: 'text',
  source: null,
  conflict,
})

describe('groupFacts', () => {
  it('puts answers about one thing together and what differs first', () => {
    const groups = groupFacts([fact('/a', 1), fact('/income', 1, true), fact('/b', 2), fact('/income', 2, true)])
    expect(groups.map(group => [group.pointer, group.conflict, group.answers.length])).toEqual([
      ['/income', true, 2],
      ['/a', false, 1],
      ['/b', false, 1],
    ])
  })
})
