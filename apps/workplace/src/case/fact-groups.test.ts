import { describe, expect, it } from 'vitest'
import { groupFacts, sectionsOf } from './fact-groups.ts'
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

describe('sectionsOf', () => {
  it('puts what is undisputed under its source and day', () => {
    const from = (pointer: string, organisation: string, day: string): Fact => ({
      ...fact(pointer, 1),
      source: { organisation, name: fact('', 1).label, at: `2026-02-${day}T04:00:00.000Z`, message: null },
    })
    const facts = [
      from('/a', 'x', '01'),
      fact('/b', 1),
      from('/c', 'x', '01'),
      from('/d', 'x', '02'),
      fact('/e', 1, true),
    ]
    expect(
      sectionsOf(groupFacts(facts)).map(({ source, groups }) => [source?.at.slice(8, 10), groups.map(g => g.pointer)]),
    ).toEqual([
      ['01', ['/a', '/c']],
      [undefined, ['/b']],
      ['02', ['/d']],
    ])
  })
})
