import { describe, expect, it } from 'vitest'
import { intlOf, wordsOf } from '../words/words.ts'
import { blocksOf, comparedBlocks, countDisputes, differs } from './fact-blocks.ts'
import { groupFacts } from './fact-groups.ts'
import type { Fact } from './view.ts'

const words = wordsOf(intlOf('en'), 'en')
const fact = (pointer: string, label: string, value: unknown, conflict = false): Fact => ({
  pointer,
  label: { en: label, ru: label, kk: label },
  value,
  as: 'text',
  source: null,
  conflict,
})
const money = (amount: string) => ({ amount, currency: 'DMD' })

describe('blocksOf', () => {
  it('puts the facts of one person, child or document under one heading', () => {
    const groups = groupFacts([
      fact('/applicant/sex', 'Applicant · Sex', 'female'),
      fact('/applicant/documents/0/kind', 'Papers · Kind', 'passport'),
      fact('/applicant/documents/0/number', 'Papers · Number', 'XD1'),
      fact('/applicant/born', 'Applicant · Born', '1999-05-12'),
      fact('/children/0/sex', 'Child · Sex', 'male'),
      fact('/children/0/born', 'Child · Born', '2022-10-29'),
      fact('/children/1/sex', 'Child · Sex', 'female'),
      fact('/wish', 'Wish', 'none'),
    ])
    expect(blocksOf(groups, words).map(({ heading, rows }) => [heading, rows.map(row => row.label)])).toEqual([
      ['Applicant', ['Sex', 'Born']],
      ['Applicant · Papers', ['Kind', 'Number']],
      ['Child 1', ['Sex', 'Born']],
      ['Child 2', ['Sex']],
      [null, ['Wish']],
    ])
  })
})

const disputed = groupFacts([
  fact('/income/lowest', 'Income · Lowest', money('60000.00'), true),
  fact('/income/reports/0/months', 'Reports · Months', 12, true),
  fact('/income/reports/0/monthly', 'Reports · A month', money('60000.00'), true),
  fact('/income/reports/1/months', 'Reports · Months', 12, true),
  fact('/income/reports/1/monthly', 'Reports · A month', money('180000.00'), true),
  fact('/income/reports/1/by', 'Reports · By', 'fund', true),
])

describe('comparedBlocks', () => {
  it('puts reports side by side, field by field', () => {
    const [, reports] = comparedBlocks(disputed, words)
    expect(reports).toMatchObject({ key: '/income/reports', heading: 'Income · Reports', entries: 2 })
    expect(reports?.rows.map(row => [row.label, row.values, differs(row)])).toEqual([
      ['Months', ['12', '12'], false],
      ['A month', [words.money(money('60000.00')), words.money(money('180000.00'))], true],
      ['By', [null, 'fund'], true],
    ])
  })
})

describe('countDisputes', () => {
  it('counts what the answers are about, not every field of them', () => {
    expect(countDisputes(disputed)).toBe(1)
    expect(
      countDisputes(groupFacts([fact('/a/x', 'X', 1), fact('/b/x', 'X', 1, true), fact('/c', 'C', 1, true)])),
    ).toBe(2)
  })
})
