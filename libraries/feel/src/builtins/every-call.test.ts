import fc from 'fast-check'
import { expect, test } from 'vitest'
import { builtinNames, evaluate, toJson } from '../index.ts'
import type { Overload } from './define.ts'
import { builtinFunction } from './index.ts'
import type { ParameterKind } from './parameter.ts'

const FITTING: Readonly<Partial<Record<ParameterKind, readonly string[]>>> = {
  string: ['""', '"ab, c"', '"2026-01-02"', '"P1D"', '"[1..5]"', '"12.5"', '"(a)\\\\1"', '"😀x"'],
  'string?': ['null', '"i"', '","', '"."'],
  number: ['0', '1', '-2', '2.5', '1e30', '1e-300', '1/3', '9007199254740993'],
  boolean: ['true', 'false'],
  date: ['@"2026-03-02"', '@"-999999999-01-01"'],
  time: ['@"10:00:00"', '@"10:00:00+05:00"'],
  'date and time': ['@"2026-03-02T10:00:00"', '@"2026-03-02T10:00:00@Asia/Almaty"'],
  day: ['@"2026-03-02"', '@"2026-03-02T10:00:00Z"'],
  'years and months duration': ['@"P1Y"'],
  duration: ['@"P1Y2M"', '@"-PT5S"'],
  list: ['[]', '[1]', '[3, 1, 2]', '["a", null]', '[[1], [2]]', '[true, false]', '[@"P1D"]', '[{key: "k", value: 1}]'],
  context: ['{}', '{a: 1}', '{key: "k", value: {b: 2}}'],
  range: ['[1..5]', '(< 3)', '["a".."c")', '(= 4)'],
  function: ['function(a, b) a < b', 'function(a) a', 'function() null', 'sum'],
}
const ANYTHING = [...new Set(Object.values(FITTING).flat()), 'null', '?']

function argument(kind: ParameterKind): fc.Arbitrary<string> {
  const fitting = FITTING[kind]
  const anything = fc.constantFrom(...ANYTHING)
  return fitting === undefined
    ? anything
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: anything })
}

function positional(name: string, { parameters, rest }: Overload): fc.Arbitrary<string> {
  const last = parameters.at(-1)?.kind ?? 'any'
  return fc
    .tuple(
      fc.tuple(...parameters.map(parameter => argument(parameter.kind))),
      rest ? fc.array(argument(last), { maxLength: 3 }) : fc.constant([]),
      fc.nat({ max: parameters.length }),
    )
    .map(([args, more, left]) => `${name}(${[...args.slice(0, args.length - (left % 2)), ...more].join(', ')})`)
}

function named(name: string, { parameters }: Overload): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.tuple(...parameters.map(parameter => argument(parameter.kind))),
      fc.array(fc.boolean(), { minLength: parameters.length, maxLength: parameters.length }),
    )
    .map(([args, skipped]) => {
      const given = parameters.flatMap((parameter, i) =>
        parameter.optional && skipped[i] === true ? [] : [`${parameter.name}: ${args[i]}`],
      )
      return `${name}(${given.join(', ')})`
    })
}

test.each(builtinNames)('%s gives a value for any arguments, in order and by name', name => {
  const overloads = builtinFunction(name)?.overloads ?? []
  expect(overloads.length).toBeGreaterThan(0)
  const calls = overloads.flatMap(overload => [positional(name, overload), named(name, overload)])
  fc.assert(
    fc.property(fc.oneof(...calls), text => {
      const result = evaluate(text, {}, { now: '2026-03-02T04:00:00Z' })
      if (!result.ok) throw new Error(`${text}: ${result.errors[0]?.message}`)
      expect(result.value).not.toBeUndefined()
      expect(toJson(result.value)).not.toBeUndefined()
    }),
    { numRuns: 60 * calls.length },
  )
})

test.each<[string, unknown]>([
  ['append(list: [1], item: 2)', [1, 2]],
  ['append(list: [1], item: "xy")', [1, 'xy']],
  ['append(list: [1], item: [2])', [1, [2]]],
  ['sum(list: [1, 2])', 3],
  ['sum(items: 5)', 5],
  ['min(items: 5)', 5],
  ['median(items: 5)', 5],
  ['all(items: true)', true],
  ['concatenate(list: [1, 2])', [1, 2]],
  ['union(list: [1, 1, 2])', [1, 2]],
  ['count(items: "a")', 1],
])('%s', (text, expected) => {
  const result = evaluate(text)
  expect(result.ok && result.value).toEqual(expected)
})
