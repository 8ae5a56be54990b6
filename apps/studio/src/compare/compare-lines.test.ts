import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareLines, foldSame } from './compare-lines.ts'

const told = (before: string, after: string) =>
  compareLines(before, after).map(({ is, text }) => `${{ same: ' ', gone: '-', new: '+' }[is]}${text}`)

describe('compareLines', () => {
  it('tells what stays, what is gone and what is new', () => {
    expect(told('a\nb\nc\n', 'a\nx\nc\n')).toEqual([' a', '-b', '+x', ' c', ' '])
    expect(told('a', 'a\n')).toEqual([' a', '+'])
    expect(told('', 'a')).toEqual(['+a'])
    expect(told('a', '')).toEqual(['-a'])
    expect(told('a\nb\nc\nd', 'b\nd\ne')).toEqual(['-a', ' b', '-c', ' d', '+e'])
    expect(told('same', 'same')).toEqual([' same'])
  })

  it('gives both texts back, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const lines = compareLines(a.join('\n'), b.join('\n'))
        const side = (not: 'gone' | 'new') => lines.filter(({ is }) => is !== not).map(line => line.text)
        expect([side('new').join('\n'), side('gone').join('\n')]).toEqual([a.join('\n'), b.join('\n')])
      }),
    )
  })
})

it('leaves out long stretches that are the same', () => {
  const before = Array.from({ length: 20 }, (_, index) => `${index}`).join('\n')
  const folded = foldSame(compareLines(before, before.replace('\n10\n', '\nten\n')))
  expect(folded.map(line => line?.text ?? '…')).toEqual(['…', '8', '9', '10', 'ten', '11', '12', '…'])
  expect(foldSame(compareLines('a', 'a'))).toEqual([null])
})
