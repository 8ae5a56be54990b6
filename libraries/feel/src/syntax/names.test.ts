import { expect, test } from 'vitest'
import {
  type CompileOptions,
  compileExpression,
  entryNames,
  evaluate,
  evaluateExpression,
  type FeelContext,
  type FeelType,
  Names,
  references,
} from '../index.ts'

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
  ['[{min age: 5}, {min age: 2}][min age > 3].min age', {}, [5]],
  ['[{"a-b": 1}, {"a-b": 2}][a-b > 1].a-b', { a: 9, b: 9 }, [2]],
  ['[{in-out: 1}, {in-out: 5}][in-out > 2].in-out', {}, [5]],
  ['{a-b: 1, c: {in and out: 2}}.c.in and out', {}, 2],
  ['for p in [{x+y: 1}] return p.x+y', {}, [1]],
  ['ps[min age > 3].min age', { ps: [{ 'min age': 5 }] }, [5]],
  ['ps[number of children > 0].number of children', { ps: [{ 'number of children': 5 }] }, [5]],
  ['ps[date of birth = "x"].date of birth', { ps: [{ 'date of birth': 'x' }] }, ['x']],
  ['ps[time zone = "x"].time zone', { ps: [{ 'time zone': 'x' }] }, ['x']],
  ['ps[max amount > 1 and is citizen].max amount', { ps: [{ 'max amount': 2, 'is citizen': true }] }, [2]],
  ['ps[floor area * 2 > 3].floor area', { ps: [{ 'floor area': 2 }] }, [2]],
  ['ps[mode of pay in ("a", "b")].mode of pay', { ps: [{ 'mode of pay': 'a' }] }, ['a']],
  ['ps[reason for leaving = null].reason for leaving', { ps: [{ 'reason for leaving': null }] }, [null]],
  ['ps[string length unit = "m"].string length unit', { ps: [{ 'string length unit': 'm' }] }, ['m']],
  ['number of children + 1', { 'number of children': 2 }, 3],
  ['max(floor(2.5), 1) + count([1])', {}, 3],
  ['"/* no comment */" + /* a comment */ "b" // the end', {}, '/* no comment */b'],
])('%s', (text, context, expected) => {
  const result = evaluate(text, context)
  expect(result.ok ? result.value : null).toEqual(expected)
})

test('references of names with spaces', () => {
  const compiled = compileExpression('monthly salary.net pay * 12 + bonus', { names: ['monthly salary', 'bonus'] })
  expect(compiled.ok && references(compiled.expression)).toEqual([['monthly salary', 'net pay'], ['bonus']])
})

function run(text: string, options: CompileOptions, context: FeelContext = {}): unknown {
  const compiled = compileExpression(text, options)
  if (!compiled.ok) throw new Error(`${text}: ${compiled.errors[0]?.message}`)
  return evaluateExpression(compiled.expression, context).value
}

test('an entry that is declared wins over a shorter name, in a filter and after a dot', () => {
  const ps = [{ 'min age': 5, 'in and out': 1, 'a-b': 3 }]
  const options = { names: ['ps', 'a', 'b', 'min'], members: ['min age', 'in and out', 'a-b'] }
  expect(run('ps[min age > 3 and a-b = 3 and in and out = 1].in and out', options, { ps, a: 1, b: 1 })).toEqual([1])
  expect(run('a-b', options, { ps, a: 5, b: 3 })).toBe(2)
})

test('members come from the whole model and from one place', () => {
  const members = [new Names(['x/y']), 'p*q', new Names(['in and out'])]
  const context = { c: { 'x/y': 1, 'p*q': 2, 'in and out': 3 } }
  expect(run('c.x/y + c.p*q + c.in and out', { names: ['c'], members }, context)).toBe(6)
})

test('the names of entries that an expression makes', () => {
  const compiled = compileExpression('{a-b: 1, c: [{"x y": 2, a-b: 3}]}')
  expect(compiled.ok && entryNames(compiled.expression)).toEqual(['a-b', 'c', 'x y'])
})

test('names of types have spaces, dots and what they are declared with', () => {
  const types: Record<string, FeelType> = {
    'my type': { kind: 'number' },
    'type of pay': { kind: 'string' },
    'other model.my type': { kind: 'string' },
    'a-type and more': { kind: 'boolean' },
    date: { kind: 'date' },
  }
  const options = { names: ['z'], type: (name: string) => types[name], typeNames: Object.keys(types) }
  expect(run('z instance of my type', options, { z: 1 })).toBe(true)
  expect(run('z instance of my type and true', options, { z: 1 })).toBe(true)
  expect(run('z instance of other model.my type', options, { z: 1 })).toBe(false)
  expect(run('z instance of a-type and more', options, { z: false })).toBe(true)
  expect(run('[z] instance of list<type of pay>', options, { z: 'x' })).toBe(true)
  expect(run('function(a: my type) a', { type: options.type }, {})).toMatchObject({ parameters: [{ name: 'a' }] })
  expect(run('(function(a: my type, b: date and time) a)(z, null)', options, { z: 2 })).toBe(2)
  expect(compileExpression('z instance of your type', options)).toMatchObject({
    ok: false,
    errors: [{ code: 'feel.type-unknown', message: 'There is no type "your type".' }],
  })
})
