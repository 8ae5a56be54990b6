import { expect, test } from 'vitest'
import { compileExpression, evaluate, type FeelContext, references } from '../index.ts'

test.each<[string, FeelContext, unknown]>([
  ['a-b', { a: 5, b: 3 }, 2],
  ['a-b', { 'a-b': 7 }, 7],
  ['a-b', { 'a-b': 7, a: 1, b: 1 }, 7],
  ['e-mail', { 'e-mail': 'x@y' }, 'x@y'],
  ['time to live + 1', { 'time to live': 2 }, 3],
  ['date and other', { 'date and other': 4 }, 4],
  ['person.first name', { person: { 'first name': 'Aida' } }, 'Aida'],
  ['a +b', { 'a + b': 9 }, 9],
  ['income per head*2', { 'income per head': 3 }, 6],
  ['family size', { family: 1, 'family size': 2 }, 2],
  ['item', { item: 3 }, 3],
  ['{first name: "A", x: first name}.x', {}, 'A'],
  ['function', { function: 1 }, null],
  ['ы1 + Ә', { ы1: 1, Ә: 2 }, 3],
  ['for my item in [1, 2] return my item * 2', {}, [2, 4]],
  ['count', { count: 5 }, 5],
  ['date("2026-01-02").day + date', { date: 1 }, 3],
  ['max(a, b)', { a: 1, b: 2 }, 2],
  ['"/* no comment */" + /* a comment */ "b" // the end', {}, '/* no comment */b'],
])('%s', (text, context, expected) => {
  const result = evaluate(text, context)
  expect(result.ok ? result.value : null).toEqual(expected)
})

test('references of names with spaces', () => {
  const compiled = compileExpression('monthly salary.net pay * 12 + bonus', { names: ['monthly salary', 'bonus'] })
  expect(compiled.ok && references(compiled.expression)).toEqual([['monthly salary', 'net pay'], ['bonus']])
})
